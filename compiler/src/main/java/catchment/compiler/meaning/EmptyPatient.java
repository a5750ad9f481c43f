package catchment.compiler.meaning;

import catchment.compiler.model.Aggregate;
import catchment.compiler.model.Case;
import catchment.compiler.model.CombineAsSet;
import catchment.compiler.model.Count;
import catchment.compiler.model.CountEpisodes;
import catchment.compiler.model.Exists;
import catchment.compiler.model.Frame;
import catchment.compiler.model.Function;
import catchment.compiler.model.Graph;
import catchment.compiler.model.In;
import catchment.compiler.model.Node;
import catchment.compiler.model.Parameter;
import catchment.compiler.model.SelectColumn;
import catchment.compiler.model.Series;
import catchment.compiler.model.SeriesCollection;
import catchment.compiler.model.Value;
import catchment.compiler.model.ValueSet;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An imaginary patient of whom there is no record in any table, inline tables included. A population that such a patient is in has no bounds: who is in it
 * would depend on whom the database happens to know.
 */
public final class EmptyPatient {
    private EmptyPatient() {}

    /** True if somebody without any record would be in this population. */
    public static boolean isIn(Series population) {
        return value(population).filter(Boolean.TRUE::equals).isPresent();
    }

    /**
     * The value of a patient series for somebody without any record; empty for null.
     *
     * @throws IllegalArgumentException if it is an event series
     */
    public static Optional<Object> value(Series series) {
        if (!series.domain().isPatient()) {
            throw new IllegalArgumentException("one value per row has no value without rows");
        }
        Map<Node, Object> values = new IdentityHashMap<>();
        for (Node node : Graph.postOrder(series)) {
            if (node instanceof Series one && one.domain().isPatient()) {
                values.put(node, value(one, values));
            }
        }
        return Optional.ofNullable(values.get(series));
    }

    private static Object value(Series series, Map<Node, Object> values) {
        return switch (series) {
            case Value value -> value.value();
            case Parameter _, SelectColumn _ -> null;
            case Exists _ -> false;
            case Count _, CountEpisodes _ -> 0L;
            case Aggregate aggregate -> Aggregation.apply(aggregate.kind(), List.of());
            case CombineAsSet _ -> Set.of();
            case Function function -> {
                List<Object> operands = new ArrayList<>(function.arguments().size());
                function.arguments().forEach(argument -> operands.add(values.get(argument)));
                yield ScalarMeaning.apply(function.operator(), operands);
            }
            case In in -> Comparison.isIn(values.get(in.value()), members(in.set()));
            case Case branches -> branches.branches().stream()
                    .filter(branch -> Boolean.TRUE.equals(values.get(branch.condition())))
                    .findFirst()
                    .map(Case.Branch::value)
                    .orElse(branches.otherwise())
                    .map(values::get)
                    .orElse(null);
        };
    }

    private static Set<Object> members(Node set) {
        return switch (set) {
            case ValueSet fixed -> {
                Set<Object> keys = new LinkedHashSet<>();
                fixed.values().forEach(value -> keys.add(Comparison.key(value)));
                yield keys;
            }
            case Series _ -> Set.of();
            case Frame _, SeriesCollection _ -> throw new IllegalArgumentException("no set");
        };
    }
}
