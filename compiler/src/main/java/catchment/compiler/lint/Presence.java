package catchment.compiler.lint;

import catchment.compiler.model.Aggregate;
import catchment.compiler.model.Case;
import catchment.compiler.model.CombineAsSet;
import catchment.compiler.model.Constraint;
import catchment.compiler.model.Count;
import catchment.compiler.model.CountEpisodes;
import catchment.compiler.model.EventFrame;
import catchment.compiler.model.Exists;
import catchment.compiler.model.Function;
import catchment.compiler.model.In;
import catchment.compiler.model.Node;
import catchment.compiler.model.Parameter;
import catchment.compiler.model.SelectColumn;
import catchment.compiler.model.SelectPatientTable;
import catchment.compiler.model.Series;
import catchment.compiler.model.Value;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Which series can never be missing. */
final class Presence {
    private final Set<Node> always = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Node> practically = Collections.newSetFromMap(new IdentityHashMap<>());

    /**
     * @param nodes children before parents
     */
    Presence(List<Node> nodes) {
        for (Node node : nodes) {
            if (node instanceof Series series) {
                if (present(series, always, false)) {
                    always.add(series);
                }
                if (present(series, practically, true)) {
                    practically.add(series);
                }
            }
        }
    }

    /** True if it has a value for every patient or row, whatever the records say. */
    boolean always(Series series) {
        return always.contains(series);
    }

    /** True if it has a value for every patient whom the tables of patients know: {@code patients.sex} is never missing there. */
    boolean practically(Series series) {
        return practically.contains(series);
    }

    private static boolean present(Series series, Set<Node> known, boolean patientsKnown) {
        return switch (series) {
            case Value _, Parameter _, Count _, CountEpisodes _, Exists _, CombineAsSet _ -> true;
            case Aggregate aggregate -> aggregate.kind() == Aggregate.Kind.COUNT_DISTINCT;
            case In in -> known.contains(in.value());
            case Case branches -> branches.otherwise().stream().anyMatch(known::contains) && valuesPresent(branches, known);
            case SelectColumn column -> {
                boolean required = column.source().schema().column(column.name()).flatMap(one -> one.constraint(Constraint.NotNull.class)).isPresent();
                yield required && (column.source() instanceof EventFrame || patientsKnown && column.source() instanceof SelectPatientTable);
            }
            case Function function -> switch (function.operator()) {
                case IS_NULL -> true;
                case TRUE_DIVIDE, FLOOR_DIVIDE, POWER -> false;
                case MINIMUM_OF, MAXIMUM_OF -> function.arguments().stream().anyMatch(known::contains);
                default -> known.containsAll(function.arguments());
            };
        };
    }

    /** A branch that asks whether its own value is there, as {@code when_null_then} does, has one. */
    private static boolean valuesPresent(Case branches, Set<Node> known) {
        return branches.branches().stream()
                .allMatch(branch -> branch.value().isPresent()
                        && (known.contains(branch.value().get()) || Shapes.isNotNull(branch.condition()).filter(asked -> asked == branch.value().get()).isPresent()));
    }
}
