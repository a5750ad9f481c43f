package catchment.compiler.lint;

import catchment.compiler.model.Aggregate;
import catchment.compiler.model.Case;
import catchment.compiler.model.Constraint;
import catchment.compiler.model.Node;
import catchment.compiler.model.SelectColumn;
import catchment.compiler.model.Series;
import catchment.compiler.model.Type;
import catchment.compiler.model.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;

/** The only values that a series has, where that is known: a column of categories, a {@code case} of fixed labels. */
final class PossibleValues {
    private static final int MOST = 1_000;

    private final Map<Node, SequencedSet<Object>> known = new IdentityHashMap<>();

    /**
     * @param nodes children before parents
     */
    PossibleValues(List<Node> nodes) {
        for (Node node : nodes) {
            if (node instanceof Series series && series.type() != Type.BOOL) {
                values(series).ifPresent(values -> known.put(series, Collections.unmodifiableSequencedSet(values)));
            }
        }
    }

    /** The values besides a missing one. Empty if not known. */
    Optional<SequencedSet<Object>> of(Series series) {
        return Optional.ofNullable(known.get(series));
    }

    private Optional<SequencedSet<Object>> values(Series series) {
        return switch (series) {
            case SelectColumn column -> column.source()
                    .schema()
                    .column(column.name())
                    .flatMap(one -> one.constraint(Constraint.Categorical.class))
                    .map(categorical -> {
                        SequencedSet<Object> values = new LinkedHashSet<>(categorical.values());
                        values.removeIf(value -> value == null);
                        return values;
                    });
            case Case branches -> union(branches);
            case Aggregate aggregate when aggregate.kind() == Aggregate.Kind.MIN || aggregate.kind() == Aggregate.Kind.MAX ->
                    of(aggregate.source());
            default -> Optional.empty();
        };
    }

    private Optional<SequencedSet<Object>> union(Case branches) {
        List<Series> results = new ArrayList<>();
        branches.branches().forEach(branch -> branch.value().ifPresent(results::add));
        branches.otherwise().ifPresent(results::add);
        SequencedSet<Object> union = new LinkedHashSet<>();
        for (Series result : results) {
            Optional<SequencedSet<Object>> values = result instanceof Value value
                    ? Optional.of(new LinkedHashSet<>(List.of(value.value())))
                    : of(result);
            if (values.isEmpty() || union.size() > MOST) {
                return Optional.empty();
            }
            union.addAll(values.get());
        }
        return Optional.of(union);
    }
}
