package catchment.runtime.dummy;

import catchment.compiler.meaning.Comparison;
import catchment.compiler.meaning.ScalarMeaning;
import catchment.compiler.model.EventFrame;
import catchment.compiler.model.Function;
import catchment.compiler.model.Operator;
import catchment.compiler.model.SelectColumn;
import catchment.compiler.model.Series;
import catchment.compiler.model.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Wishes for scalar functions. Of two operands one is taken as it is, and the other must be such that the function of both is what is wanted: exactly, by trying
 * the function on what is drawn, and with bounds that make a good draw likely, see {@link Inverse}.
 */
final class FunctionWishes {
    /** One in so many times it is the patient who is fitted to the row. */
    private static final int ROW_FIRST = 8;

    private final Wishes wishes;
    private final LogicWishes logic;

    FunctionWishes(Wishes wishes) {
        this.wishes = wishes;
        this.logic = new LogicWishes(wishes);
    }

    boolean want(Function function, Wanted wanted, DraftRow row) {
        List<Series> operands = function.arguments();
        return switch (function.operator()) {
            case AND, OR -> logic.want(function, function.operator(), wanted, row);
            case NOT -> wishes.want(operands.getFirst(), truths(wanted.accepts(false), wanted.accepts(true), wanted.accepts(null)), row);
            case IS_NULL -> isNull(operands.getFirst(), wanted, row);
            case MINIMUM_OF, MAXIMUM_OF -> extreme(function, wanted, row);
            case NEGATE, ABSOLUTE, CAST_TO_INT, CAST_TO_FLOAT, YEAR_FROM_DATE, MONTH_FROM_DATE, DAY_FROM_DATE, TO_FIRST_OF_YEAR,
                    TO_FIRST_OF_MONTH -> single(function, wanted, row);
            case EQ, NE, LT, LE, GT, GE, ADD, SUBTRACT, MULTIPLY, TRUE_DIVIDE, FLOOR_DIVIDE, POWER, DATE_ADD_DAYS, DATE_ADD_MONTHS,
                    DATE_ADD_YEARS, DATE_DIFFERENCE_IN_DAYS, DATE_DIFFERENCE_IN_MONTHS, DATE_DIFFERENCE_IN_YEARS, STRING_CONTAINS ->
                    pair(function, wanted, row);
        };
    }

    /** Some of true, false and missing. */
    private static Wanted truths(boolean yes, boolean no, boolean missing) {
        List<Object> values = new ArrayList<>();
        if (yes) {
            values.add(true);
        }
        if (no) {
            values.add(false);
        }
        Wanted present = values.isEmpty() ? Wanted.MISSING : yes && no ? Wanted.PRESENT : Wanted.value(values.getFirst());
        return missing ? present.orMissing() : present;
    }

    private boolean isNull(Series source, Wanted wanted, DraftRow row) {
        boolean missing = wanted.accepts(true);
        boolean present = wanted.accepts(false);
        if (missing && present) {
            return true;
        }
        return (missing || present) && wishes.want(source, missing ? Wanted.MISSING : Wanted.PRESENT, row);
    }

    private boolean single(Function function, Wanted wanted, DraftRow row) {
        Wanted source = Wanted.such(value -> wanted.accepts(ScalarMeaning.apply(function.operator(), Arrays.asList(value))))
                .and(Inverse.ofSingle(function.operator(), bounded(wanted), function.arguments().getFirst().type()));
        return wishes.want(function.arguments().getFirst(), withMissing(source, wanted), row);
    }

    /** Strict functions are missing where an operand is. */
    private static Wanted withMissing(Wanted operand, Wanted wanted) {
        return wanted.missing() ? wanted.present() ? operand.orMissing() : Wanted.MISSING : operand;
    }

    private boolean pair(Function function, Wanted wanted, DraftRow row) {
        Series left = function.arguments().getFirst();
        Series right = function.arguments().getLast();
        if (wishes.study().dependence().isFixed(right)) {
            return free(function, true, wanted, row);
        }
        if (wishes.study().dependence().isFixed(left)) {
            return free(function, false, wanted, row);
        }
        boolean first = leftFirst(left, right);
        return wishes.attempt(() -> free(function, first, wanted, row)) || free(function, !first, wanted, row);
    }

    /** Which operand to make fit. A row is fitted to its patient more easily than the patient, with all other rows, to the row. */
    private boolean leftFirst(Series left, Series right) {
        boolean ofPatient = left.domain().isPatient();
        return ofPatient == right.domain().isPatient() ? wishes.random().nextBoolean() : ofPatient == (wishes.random().nextInt(ROW_FIRST) == 0);
    }

    /** Takes one operand as it is and makes the other fit. */
    private boolean free(Function function, boolean leftIsFree, Wanted wanted, DraftRow row) {
        Series free = leftIsFree ? function.arguments().getFirst() : function.arguments().getLast();
        Series other = leftIsFree ? function.arguments().getLast() : function.arguments().getFirst();
        if (wanted.missing() && !wanted.present()) {
            return wishes.want(free, Wanted.MISSING, row);
        }
        Object known = wishes.values().value(other, row);
        if (known == null) {
            if (wanted.missing() && wishes.random().nextBoolean()) {
                return true;
            }
            if (!wishes.attempt(() -> wishes.meet(other, Wanted.PRESENT, row))) {
                return wanted.missing();
            }
            known = wishes.values().value(other, row);
        }
        Object fixed = known;
        return wishes.want(free, withMissing(fitting(function.operator(), leftIsFree, fixed, wanted, free.type()), wanted), row)
                && wanted.accepts(leftIsFree
                        ? ScalarMeaning.apply(function.operator(), Arrays.asList(wishes.values().value(free, row), wishes.values().value(other, row)))
                        : ScalarMeaning.apply(function.operator(), Arrays.asList(wishes.values().value(other, row), wishes.values().value(free, row))));
    }

    /**
     * Where a row's own column must lie for a comparison with something of the patient, who is taken as they are without the row.
     *
     * @return empty if the condition is nothing of the kind
     */
    Optional<Place> place(Series condition) {
        if (!(condition instanceof Function function) || function.arguments().size() != 2) {
            return Optional.empty();
        }
        return switch (function.operator()) {
            case EQ, LT, LE, GT, GE -> {
                Optional<Place> left = place(function, function.arguments().getFirst(), function.arguments().getLast(), true);
                yield left.isPresent() ? left : place(function, function.arguments().getLast(), function.arguments().getFirst(), false);
            }
            case Operator _ -> Optional.empty();
        };
    }

    private Optional<Place> place(Function function, Series own, Series other, boolean leftIsOwn) {
        return own instanceof SelectColumn column && column.source() instanceof EventFrame && other.domain().isPatient()
                ? Optional.ofNullable(wishes.values().value(other, DraftRow.NONE))
                        .map(value -> new Place(column.name(), fitting(function.operator(), leftIsOwn, value, Wanted.TRUE, own.type())))
                : Optional.empty();
    }

    /** Where a column of a row must lie. */
    record Place(String column, Wanted within) {}

    private static Wanted fitting(Operator operator, boolean leftIsFree, Object other, Wanted wanted, Type type) {
        return switch (operator) {
            case EQ, NE, LT, LE, GT, GE -> comparison(leftIsFree ? operator : mirrored(operator), other, wanted);
            case STRING_CONTAINS -> {
                boolean yes = wanted.accepts(true);
                if (yes && wanted.accepts(false)) {
                    yield Wanted.PRESENT;
                }
                yield leftIsFree
                        ? yes ? Wanted.containing((String) other) : Wanted.such(text -> !((String) text).contains((String) other))
                        : Wanted.such(part -> wanted.accepts(((String) other).contains((String) part)));
            }
            case Operator strict -> Wanted.such(value -> wanted.accepts(ScalarMeaning.apply(
                            strict, leftIsFree ? Arrays.asList(value, other) : Arrays.asList(other, value))))
                    .and(Inverse.ofPair(strict, leftIsFree, other, bounded(wanted), type));
        };
    }

    private static Operator mirrored(Operator operator) {
        return switch (operator) {
            case LT -> Operator.GT;
            case LE -> Operator.GE;
            case GT -> Operator.LT;
            case GE -> Operator.LE;
            case Operator other -> other;
        };
    }

    private static Wanted comparison(Operator operator, Object other, Wanted wanted) {
        boolean yes = wanted.accepts(true);
        boolean no = wanted.accepts(false);
        if (yes && no) {
            return Wanted.PRESENT;
        }
        Operator holds = yes ? operator : opposite(operator);
        return switch (holds) {
            case EQ -> Wanted.value(other);
            case NE -> Wanted.without(Members.of(List.of(other)));
            case LT -> Wanted.below(other);
            case LE -> other instanceof String ? Wanted.such(text -> Comparison.compare(text, other) <= 0) : Wanted.atMost(other);
            case GT -> Wanted.above(other);
            case GE -> other instanceof String ? Wanted.such(text -> Comparison.compare(text, other) >= 0) : Wanted.atLeast(other);
            case Operator none -> throw new IllegalArgumentException(none + " compares nothing");
        };
    }

    private static Operator opposite(Operator operator) {
        return switch (operator) {
            case EQ -> Operator.NE;
            case NE -> Operator.EQ;
            case LT -> Operator.GE;
            case LE -> Operator.GT;
            case GT -> Operator.LE;
            case GE -> Operator.LT;
            case Operator none -> throw new IllegalArgumentException(none + " compares nothing");
        };
    }

    private boolean extreme(Function function, Wanted wanted, DraftRow row) {
        List<Series> operands = new ArrayList<>(function.arguments());
        Seeds.shuffle(operands, wishes.random());
        if (wanted.present()) {
            for (Series chosen : operands) {
                if (wishes.attempt(() -> lead(function, chosen, wanted.andPresent(), row))) {
                    return true;
                }
            }
        }
        return wanted.missing() && operands.stream().allMatch(operand -> wishes.want(operand, Wanted.MISSING, row));
    }

    private boolean lead(Function function, Series chosen, Wanted wanted, DraftRow row) {
        if (!wishes.want(chosen, wanted, row)) {
            return false;
        }
        for (Series operand : function.arguments()) {
            Object result = wishes.values().value(function, row);
            if (wanted.accepts(result)) {
                return true;
            }
            Object own = wishes.values().value(operand, row);
            Object led = wishes.values().value(chosen, row);
            if (operand != chosen && own != null && led != null && !wanted.accepts(own)) {
                Wanted behind = function.operator() == Operator.MINIMUM_OF ? Wanted.above(led) : Wanted.below(led);
                if (!wishes.attempt(() -> wishes.want(operand, behind.orMissing(), row))) {
                    return false;
                }
            }
        }
        return wanted.accepts(wishes.values().value(function, row));
    }

    /** What must be added to {@code now} to give what is wanted. */
    static Wanted shifted(Wanted wanted, Object now) {
        return fitting(Operator.ADD, true, now, wanted, now instanceof Long ? Type.INT : Type.FLOAT);
    }

    /** A wish for a decimal number, as a wish for the whole or decimal numbers that it is the mean of. */
    static Wanted inUnitsOf(Wanted wanted, Type type) {
        Wanted bounded = bounded(wanted);
        return type == Type.FLOAT ? bounded : Inverse.whole(bounded);
    }

    /** The bounds that a wish sets, also by a set of values. */
    private static Wanted bounded(Wanted wanted) {
        Optional<Object> least = wanted.least();
        Optional<Object> greatest = wanted.greatest();
        if (!wanted.among().isEmpty() && wanted.among().getFirst().list().size() < 1000) {
            List<Object> values = wanted.among().getFirst().list();
            least = Optional.ofNullable(Comparison.least(values));
            greatest = Optional.ofNullable(Comparison.greatest(values));
        }
        return Wanted.between(least, greatest);
    }
}
