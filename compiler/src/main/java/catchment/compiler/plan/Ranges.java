package catchment.compiler.plan;

import catchment.compiler.model.Case;
import catchment.compiler.model.Count;
import catchment.compiler.model.CountEpisodes;
import catchment.compiler.model.Aggregate;
import catchment.compiler.model.Function;
import catchment.compiler.model.Node;
import catchment.compiler.model.Series;
import catchment.compiler.model.Type;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Between which bounds a whole number can lie, proven from the expression alone. Constraints of tables prove nothing: a database may break them.
 *
 * <p>Asked for nodes whose operands have been asked for before, so that nothing recurses.
 */
final class Ranges {
    /** Bounds, both included. */
    record Range(long least, long greatest) {
        static final Range ANY = new Range(Long.MIN_VALUE, Long.MAX_VALUE);

        boolean isAny() {
            return equals(ANY);
        }

        Range with(Range other) {
            return new Range(Math.min(least, other.least), Math.max(greatest, other.greatest));
        }

        /** True if every number of this is at most so far from zero. */
        boolean within(long bound) {
            return least >= -bound && greatest <= bound;
        }
    }

    private static final long MOST_DAYS = 3_652_058;
    private static final Range ROWS = new Range(0, 1L << 48);
    private final Map<Node, Range> known = new IdentityHashMap<>();
    private final Constants constants;

    Ranges(Constants constants) {
        this.constants = constants;
    }

    /** The bounds of a whole number's node. */
    Range of(Node node) {
        Range found = known.get(node);
        if (found == null) {
            found = compute(node);
            known.put(node, found);
        }
        return found;
    }

    private Range operand(Node node) {
        return known.getOrDefault(node, constants.of(node).isPresent() ? compute(node) : Range.ANY);
    }

    private Range compute(Node node) {
        Optional<Object> constant = constants.of(node).flatMap(Constants.Constant::value);
        if (constant.isPresent() && constant.get() instanceof Long whole) {
            return new Range(whole, whole);
        }
        return switch (node) {
            case Count _, CountEpisodes _ -> ROWS;
            case Aggregate aggregate when aggregate.kind() == Aggregate.Kind.COUNT_DISTINCT -> ROWS;
            case Case branches when branches.type() == Type.INT -> union(branches);
            case Function function when function.type() == Type.INT -> compute(function);
            default -> Range.ANY;
        };
    }

    private Range union(Case branches) {
        Range all = null;
        for (Case.Branch branch : branches.branches()) {
            if (branch.value().isPresent()) {
                Range one = operand(branch.value().get());
                all = all == null ? one : all.with(one);
            }
        }
        if (branches.otherwise().isPresent()) {
            Range one = operand(branches.otherwise().get());
            all = all == null ? one : all.with(one);
        }
        return all == null ? Range.ANY : all;
    }

    private Range compute(Function function) {
        List<Series> operands = function.arguments();
        Range first = operand(operands.getFirst());
        Range second = operands.size() > 1 ? operand(operands.get(1)) : first;
        try {
            return switch (function.operator()) {
                case NEGATE -> new Range(Math.negateExact(first.greatest), Math.negateExact(first.least));
                case ABSOLUTE -> new Range(0, Math.max(Math.absExact(first.least), Math.absExact(first.greatest)));
                case ADD -> new Range(Math.addExact(first.least, second.least), Math.addExact(first.greatest, second.greatest));
                case SUBTRACT ->
                    new Range(Math.subtractExact(first.least, second.greatest), Math.subtractExact(first.greatest, second.least));
                case MULTIPLY -> product(first, second);
                case FLOOR_DIVIDE -> quotient(operands.getFirst(), first, second);
                case CAST_TO_INT -> switch (operands.getFirst().type()) {
                    case BOOL -> new Range(0, 1);
                    case INT -> first;
                    default -> Range.ANY;
                };
                case DATE_DIFFERENCE_IN_DAYS -> new Range(-MOST_DAYS, MOST_DAYS);
                case DATE_DIFFERENCE_IN_MONTHS -> new Range(-120_000, 120_000);
                case DATE_DIFFERENCE_IN_YEARS -> new Range(-10_000, 10_000);
                case YEAR_FROM_DATE -> new Range(1, 9999);
                case MONTH_FROM_DATE -> new Range(1, 12);
                case DAY_FROM_DATE -> new Range(1, 31);
                case MINIMUM_OF, MAXIMUM_OF -> operands.stream().map(this::operand).reduce(Range::with).orElse(Range.ANY);
                default -> Range.ANY;
            };
        } catch (ArithmeticException outOfBounds) {
            return Range.ANY;
        }
    }

    private static Range product(Range first, Range second) {
        long a = Math.multiplyExact(first.least, second.least);
        long b = Math.multiplyExact(first.least, second.greatest);
        long c = Math.multiplyExact(first.greatest, second.least);
        long d = Math.multiplyExact(first.greatest, second.greatest);
        return new Range(Math.min(Math.min(a, b), Math.min(c, d)), Math.max(Math.max(a, b), Math.max(c, d)));
    }

    private static Range quotient(Series dividend, Range first, Range second) {
        if (dividend.type() != Type.INT) {
            return Range.ANY;
        }
        if (second.least > 0) {
            // towards minus infinity, a divisor of 1 or more never takes a number further from zero
            return new Range(Math.min(first.least, 0), Math.max(first.greatest, 0));
        }
        return first.isAny() ? Range.ANY : new Range(-spread(first), spread(first));
    }

    private static long spread(Range range) {
        return Math.max(Math.absExact(range.least), Math.absExact(range.greatest));
    }
}
