package catchment.compiler.plan;

import catchment.compiler.model.Count;
import catchment.compiler.model.Exists;
import catchment.compiler.model.Node;
import catchment.compiler.model.PickOneRowPerPatient;
import catchment.compiler.model.SelectColumn;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What decides between rows that the sorts of a pick leave equal: the columns selected from that very pick anywhere in the dataset, in alphabetical order.
 *
 * <p>The scope is the definition that was given, however its work is shared out.
 */
final class Ties {
    private final Map<PickOneRowPerPatient, SortedMap<String, SelectColumn>> columns = new IdentityHashMap<>();
    private final Set<PickOneRowPerPatient> counted = Collections.newSetFromMap(new IdentityHashMap<>());

    Ties(List<Node> nodes) {
        for (Node node : nodes) {
            switch (node) {
                case SelectColumn column when column.source() instanceof PickOneRowPerPatient pick ->
                    columns.computeIfAbsent(pick, _ -> new TreeMap<>()).put(column.name(), column);
                case Exists exists when exists.source() instanceof PickOneRowPerPatient pick -> counted.add(pick);
                case Count count when count.source() instanceof PickOneRowPerPatient pick -> counted.add(pick);
                default -> {}
            }
        }
    }

    /** True if it is asked anywhere whether there is a picked row. */
    boolean isCounted(PickOneRowPerPatient pick) {
        return counted.contains(pick);
    }

    /** The columns selected from the pick, in alphabetical order. */
    List<SelectColumn> of(PickOneRowPerPatient pick) {
        SortedMap<String, SelectColumn> selected = columns.get(pick);
        return selected == null ? List.of() : List.copyOf(selected.values());
    }
}
