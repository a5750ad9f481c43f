package catchment.compiler.plan;

import catchment.compiler.model.Aggregate;
import catchment.compiler.model.Case;
import catchment.compiler.model.CombineAsSet;
import catchment.compiler.model.Count;
import catchment.compiler.model.CountEpisodes;
import catchment.compiler.model.Exists;
import catchment.compiler.model.Frame;
import catchment.compiler.model.Function;
import catchment.compiler.model.In;
import catchment.compiler.model.Node;
import catchment.compiler.model.Parameter;
import catchment.compiler.model.SelectColumn;
import catchment.compiler.model.Series;
import catchment.compiler.model.SeriesCollection;
import catchment.compiler.model.Type;
import catchment.compiler.model.Value;
import catchment.compiler.model.ValueSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What can become of a series for patients who have no row in some tables, whatever they have in others: proves that a population has nobody who is absent from
 * a table, so that the patients of that table are all who need looking at.
 */
final class Absence {
    private static final int FALSE = 1;
    private static final int TRUE = 2;
    private static final int NULL = 4;
    /** Some value, of what is not true or false. */
    private static final int VALUE = 2;

    /** What a series can be; the number itself where it is known. */
    private record Outcome(int can, Optional<Long> number) {
        static Outcome of(int can) {
            return new Outcome(can, Optional.empty());
        }

        boolean can(int what) {
            return (can & what) != 0;
        }
    }

    private final Predicate<Node> absent;
    private final Map<Node, Outcome> outcomes = new IdentityHashMap<>();

    private Absence(Predicate<Node> absent) {
        this.absent = absent;
    }

    /**
     * True if the population may hold a patient without a row in any of the tables.
     *
     * @param nodes the population's nodes, parts first
     * @param absent which tables have no row
     */
    static boolean mayBeIn(Series population, List<Node> nodes, Predicate<Node> absent) {
        Absence absence = new Absence(absent);
        for (Node node : nodes) {
            if (node instanceof Series series && series.domain().isPatient()) {
                absence.outcomes.put(node, absence.outcome(series));
            }
        }
        return absence.outcomes.get(population).can(TRUE);
    }

    private Outcome outcome(Series series) {
        return switch (series) {
            case Value value -> value.value() instanceof Boolean truth
                    ? Outcome.of(truth ? TRUE : FALSE)
                    : new Outcome(VALUE, value.value() instanceof Long whole ? Optional.of(whole) : Optional.empty());
            case Parameter _ -> anything(series);
            case SelectColumn column -> isAbsent(column.source()) ? Outcome.of(NULL) : anything(series);
            case Exists exists -> isAbsent(exists.source()) ? Outcome.of(FALSE) : Outcome.of(FALSE | TRUE);
            case Count count -> isAbsent(count.source()) ? none() : Outcome.of(VALUE);
            case CountEpisodes episodes -> isAbsent(rows(episodes.source())) ? none() : Outcome.of(VALUE);
            case Aggregate aggregate -> {
                boolean gone = isAbsent(rows(aggregate.source()));
                boolean counts = aggregate.kind() == Aggregate.Kind.COUNT_DISTINCT;
                yield gone ? (counts ? none() : Outcome.of(NULL)) : counts ? Outcome.of(VALUE) : anything(series);
            }
            case CombineAsSet set -> isAbsent(rows(set.source())) ? Outcome.of(NULL) : anything(series);
            case In in -> in(in);
            case Case cases -> cases(cases);
            case Function function -> function(function);
        };
    }

    private static Outcome none() {
        return new Outcome(VALUE, Optional.of(0L));
    }

    private static Outcome anything(Series series) {
        return Outcome.of(series.type() == Type.BOOL ? FALSE | TRUE | NULL : VALUE | NULL);
    }

    private boolean isAbsent(Frame frame) {
        return absent.test(frame.table());
    }

    private static Frame rows(Series series) {
        return series.domain().rows().orElseThrow();
    }

    private Outcome in(In in) {
        boolean empty = switch (in.set()) {
            case ValueSet set -> set.values().isEmpty();
            case CombineAsSet set -> isAbsent(rows(set.source()));
            case Frame _, Series _, SeriesCollection _ -> false;
        };
        if (empty) {
            return Outcome.of(FALSE);
        }
        Outcome value = outcomes.get(in.value());
        boolean always = in.set() instanceof ValueSet;
        int can = value.can(VALUE | FALSE) ? FALSE | TRUE : always ? 0 : FALSE;
        return Outcome.of(can | (value.can(NULL) ? NULL : 0));
    }

    private Outcome cases(Case cases) {
        int can = 0;
        for (Case.Branch branch : cases.branches()) {
            Outcome condition = outcomes.get(branch.condition());
            if (condition.can(TRUE)) {
                can |= branch.value().map(value -> outcomes.get(value).can()).orElse(NULL);
            }
            if (condition.can() == TRUE) {
                return Outcome.of(can);
            }
        }
        return Outcome.of(can | cases.otherwise().map(value -> outcomes.get(value).can()).orElse(NULL));
    }

    private Outcome function(Function function) {
        List<Outcome> operands = function.arguments().stream().map(outcomes::get).toList();
        Outcome first = operands.getFirst();
        return switch (function.operator()) {
            case NOT -> Outcome.of((first.can(TRUE) ? FALSE : 0) | (first.can(FALSE) ? TRUE : 0) | (first.can() & NULL));
            case AND -> both(operands, FALSE, TRUE);
            case OR -> both(operands, TRUE, FALSE);
            case IS_NULL -> Outcome.of((first.can(NULL) ? TRUE : 0) | (first.can(VALUE | FALSE) ? FALSE : 0));
            case MINIMUM_OF, MAXIMUM_OF -> operands.stream().anyMatch(operand -> !operand.can(NULL)) ? Outcome.of(VALUE) : anyOf(operands);
            case EQ, NE, LT, LE, GT, GE -> comparison(function, operands);
            default -> operands.stream().anyMatch(operand -> operand.can() == NULL) ? Outcome.of(NULL) : anything(function);
        };
    }

    private static Outcome anyOf(List<Outcome> operands) {
        return Outcome.of(operands.stream().mapToInt(Outcome::can).reduce(0, (a, b) -> a | b));
    }

    /** AND, where {@code strong} is false; OR, where it is true. */
    private static Outcome both(List<Outcome> operands, int strong, int weak) {
        Outcome first = operands.get(0);
        Outcome second = operands.get(1);
        int can = first.can(strong) || second.can(strong) ? strong : 0;
        if (first.can(weak) && second.can(weak)) {
            can |= weak;
        }
        if ((first.can(NULL) && second.can(NULL | weak)) || (second.can(NULL) && first.can(NULL | weak))) {
            can |= NULL;
        }
        return Outcome.of(can);
    }

    private static Outcome comparison(Function function, List<Outcome> operands) {
        if (operands.stream().anyMatch(operand -> operand.can() == NULL)) {
            return Outcome.of(NULL);
        }
        if (operands.get(0).number().isPresent() && operands.get(1).number().isPresent()) {
            int order = Long.compare(operands.get(0).number().get(), operands.get(1).number().get());
            boolean holds = switch (function.operator()) {
                case EQ -> order == 0;
                case NE -> order != 0;
                case LT -> order < 0;
                case LE -> order <= 0;
                case GT -> order > 0;
                default -> order >= 0;
            };
            return Outcome.of(holds ? TRUE : FALSE);
        }
        return Outcome.of(FALSE | TRUE | (operands.stream().anyMatch(operand -> operand.can(NULL)) ? NULL : 0));
    }
}
