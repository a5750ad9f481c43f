package catchment.compiler.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The interner: equal nodes are one node. One for each definition that is evaluated.
 *
 * <p>Children are compared by identity, so a look-up costs what the node itself holds, however deep the graph below it. Equality minds order (a case with its
 * branches in another order is another case) and class ({@code 1}, {@code 1.0} and {@code true} differ). Two tables of the same name, columns and rules are one,
 * whichever module declared them.
 */
public final class Nodes {
    private final Map<List<Object>, Node> nodes = new HashMap<>();

    /** The node that equals this one: itself if it is the first. */
    @SuppressWarnings("unchecked") // the key holds the class
    public <N extends Node> N intern(N node) {
        return (N) nodes.computeIfAbsent(key(node), _ -> node);
    }

    private static List<Object> key(Node node) {
        return switch (node) {
            case SelectTable table -> List.of(SelectTable.class, key(table.definition()));
            case SelectPatientTable table -> List.of(SelectPatientTable.class, key(table.definition()));
            case InlinePatientTable table ->
                    List.of(InlinePatientTable.class, key(table.definition()), table.rows());
            case Filter filter -> List.of(Filter.class, filter.source(), filter.condition());
            case Sort sort -> List.of(Sort.class, sort.source(), sort.key());
            case PickOneRowPerPatient pick -> List.of(PickOneRowPerPatient.class, pick.source(), pick.position());
            case SeriesCollection collection ->
                    List.of(SeriesCollection.class, List.copyOf(collection.members().entrySet()));
            case Value value -> List.of(Value.class, value.type(), value.value());
            case Parameter parameter -> List.of(Parameter.class, parameter.name(), parameter.type());
            case SelectColumn column -> List.of(SelectColumn.class, column.source(), column.name());
            case Function function -> {
                List<Object> key = new ArrayList<>(function.arguments().size() + 1);
                key.add(function.operator());
                key.addAll(function.arguments());
                yield key;
            }
            case In in -> List.of(In.class, in.value(), in.set());
            case ValueSet set -> List.of(ValueSet.class, set.type(), set.values());
            case Case branches -> List.of(Case.class, branches.branches(), branches.otherwise());
            case Exists exists -> List.of(Exists.class, exists.source());
            case Count count -> List.of(Count.class, count.source());
            case Aggregate aggregate -> List.of(Aggregate.class, aggregate.kind(), aggregate.source());
            case CountEpisodes episodes -> List.of(CountEpisodes.class, episodes.source(), episodes.maximumGapDays());
            case CombineAsSet set -> List.of(CombineAsSet.class, set.source());
        };
    }

    private static List<Object> key(TableDefinition table) {
        return List.of(table.name(), table.schema(), table.requiredPermission(), table.activation());
    }
}
