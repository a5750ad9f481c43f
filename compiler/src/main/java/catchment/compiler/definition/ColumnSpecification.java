package catchment.compiler.definition;

import catchment.compiler.model.Aggregate;
import catchment.compiler.model.Case;
import catchment.compiler.model.CombineAsSet;
import catchment.compiler.model.Constraint;
import catchment.compiler.model.Count;
import catchment.compiler.model.CountEpisodes;
import catchment.compiler.model.Exists;
import catchment.compiler.model.Function;
import catchment.compiler.model.Graph;
import catchment.compiler.model.In;
import catchment.compiler.model.Node;
import catchment.compiler.model.Parameter;
import catchment.compiler.model.SelectColumn;
import catchment.compiler.model.Series;
import catchment.compiler.model.TableSchema;
import catchment.compiler.model.Type;
import catchment.compiler.model.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known beforehand of a column of an output: {@code dataset.sex} holds one of four texts, a count lies between 0 and 65,535.
 *
 * @param name the column's name
 * @param type of its values
 * @param nullable whether a value may be missing; not so for {@code patient_id} alone
 * @param categories all values that there may be, in order; empty if not known
 * @param range bounds of whole numbers; empty if not known
 */
public record ColumnSpecification(
        String name, Type type, boolean nullable, Optional<List<Object>> categories, Optional<Range> range) {
    /** The column that comes first in every output. */
    public static final ColumnSpecification PATIENT_ID =
            new ColumnSpecification("patient_id", Type.INT, false, Optional.empty(), Optional.empty());

    public ColumnSpecification {
        categories = categories.map(List::copyOf);
    }

    /**
     * Whole numbers from a least to a greatest, both included.
     *
     * @param minimum the least
     * @param maximum the greatest
     */
    public record Range(long minimum, long maximum) {
        /** What a number of rows may be. */
        static final Range OF_COUNT = new Range(0, 65_535);

        /** True if the number lies within. */
        public boolean holds(long value) {
            return minimum <= value && value <= maximum;
        }
    }

    /** The columns of an output with these series, {@code patient_id} first. */
    public static List<ColumnSpecification> of(Map<String, Series> series) {
        List<ColumnSpecification> columns = ofSeries(series);
        columns.addFirst(PATIENT_ID);
        return columns;
    }

    /** The columns of these series alone. */
    public static List<ColumnSpecification> ofSeries(Map<String, Series> series) {
        Map<Node, Optional<List<Object>>> categories = categories(series.values());
        List<ColumnSpecification> columns = new ArrayList<>();
        series.forEach((name, one) ->
                columns.add(new ColumnSpecification(name, one.type(), true, categories.get(one), range(one))));
        return columns;
    }

    /** What is known of a column of a table that is read from a data file. */
    public static ColumnSpecification of(TableSchema.Column column) {
        return new ColumnSpecification(
                column.name(),
                column.type(),
                column.constraint(Constraint.NotNull.class).isEmpty(),
                categories(column),
                range(column));
    }

    private static Optional<List<Object>> categories(TableSchema.Column column) {
        return column.constraint(Constraint.Categorical.class)
                .map(categorical -> categorical.values().stream().filter(value -> value != null).distinct().toList());
    }

    private static Optional<Range> range(TableSchema.Column column) {
        return column.type() == Type.INT
                ? column.constraint(Constraint.ClosedRange.class).map(range -> new Range(range.minimum(), range.maximum()))
                : Optional.empty();
    }

    private static Map<Node, Optional<List<Object>>> categories(Collection<Series> roots) {
        Map<Node, Optional<List<Object>>> found = new IdentityHashMap<>();
        for (Node node : Graph.postOrder(roots)) {
            if (node instanceof Series series) {
                found.put(node, categories(series, found));
            }
        }
        return found;
    }

    private static Optional<List<Object>> categories(Series series, Map<Node, Optional<List<Object>>> found) {
        return switch (series) {
            case SelectColumn column -> column.source().schema().column(column.name()).flatMap(ColumnSpecification::categories);
            case Value value -> Optional.of(List.of(value.value()));
            case Aggregate aggregate -> switch (aggregate.kind()) {
                case MIN, MAX -> found.get(aggregate.source());
                case COUNT_DISTINCT, SUM, MEAN -> Optional.empty();
            };
            case Case branches -> union(branches, found);
            case Count _, CountEpisodes _, CombineAsSet _, Exists _, Function _, In _, Parameter _ -> Optional.empty();
        };
    }

    /** All values of all branches; a branch without a value adds none. */
    private static Optional<List<Object>> union(Case branches, Map<Node, Optional<List<Object>>> found) {
        List<Series> values = new ArrayList<>();
        branches.branches().forEach(branch -> branch.value().ifPresent(values::add));
        branches.otherwise().ifPresent(values::add);
        Set<Object> union = new LinkedHashSet<>();
        for (Series value : values) {
            Optional<List<Object>> categories = found.get(value);
            if (categories.isEmpty()) {
                return Optional.empty();
            }
            union.addAll(categories.get());
        }
        return Optional.of(List.copyOf(union));
    }

    private static Optional<Range> range(Series series) {
        return switch (series) {
            case Count _ -> Optional.of(Range.OF_COUNT);
            case SelectColumn column -> column.source().schema().column(column.name()).flatMap(ColumnSpecification::range);
            case Aggregate _, Case _, CombineAsSet _, CountEpisodes _, Exists _, Function _, In _, Parameter _, Value _ -> Optional.empty();
        };
    }
}
