package catchment.compiler.plan;

import catchment.compiler.model.Node;
import catchment.compiler.model.PickOneRowPerPatient;
import catchment.compiler.model.SelectColumn;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What decides between rows that the sorts of a pick leave equal: the columns selected from that very pick anywhere in the dataset, in alphabetical order.
 *
 * <p>The scope is the definition that was given, however its work is shared out.
 */
final class Ties {
    private final Map<PickOneRowPerPatient, SortedMap<String, SelectColumn>> columns = new IdentityHashMap<>();

    Ties(List<Node> nodes) {
        for (Node node : nodes) {
            if (node instanceof SelectColumn column && column.source() instanceof PickOneRowPerPatient pick) {
                columns.computeIfAbsent(pick, _ -> new TreeMap<>()).put(column.name(), column);
            }
        }
    }

    /** The columns selected from the pick, in alphabetical order. */
    List<SelectColumn> of(PickOneRowPerPatient pick) {
        SortedMap<String, SelectColumn> selected = columns.get(pick);
        return selected == null ? List.of() : List.copyOf(selected.values());
    }
}
