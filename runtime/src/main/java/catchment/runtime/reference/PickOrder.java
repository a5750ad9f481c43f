package catchment.runtime.reference;

import catchment.compiler.model.EventFrame;
import catchment.compiler.model.Filter;
import catchment.compiler.model.Node;
import catchment.compiler.model.PickOneRowPerPatient;
import catchment.compiler.model.SelectColumn;
import catchment.compiler.model.SelectTable;
import catchment.compiler.model.Series;
import catchment.compiler.model.Sort;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What each pick goes by: the sorts above its table, the outermost deciding; where these leave rows equal, the columns that are selected from that very pick
 * anywhere in the definition, in alphabetical order.
 */
public final class PickOrder {
    private PickOrder() {}

    /**
     * The keys of every pick.
     *
     * @param nodes all nodes of the definition
     */
    public static Map<PickOneRowPerPatient, List<Series>> of(Collection<Node> nodes) {
        Map<PickOneRowPerPatient, SortedMap<String, SelectColumn>> selected = new IdentityHashMap<>();
        Map<PickOneRowPerPatient, List<Series>> orders = new IdentityHashMap<>();
        for (Node node : nodes) {
            if (node instanceof SelectColumn column && column.source() instanceof PickOneRowPerPatient pick) {
                selected.computeIfAbsent(pick, _ -> new TreeMap<>()).put(column.name(), column);
            }
            if (node instanceof PickOneRowPerPatient pick) {
                orders.put(pick, sorts(pick.source()));
            }
        }
        selected.forEach((pick, columns) -> columns.keySet().forEach(name -> orders.get(pick).add(new SelectColumn(pick.table(), name))));
        return orders;
    }

    /** The keys of the sorts above a table, the outermost first. */
    public static List<Series> sorts(EventFrame frame) {
        List<Series> keys = new ArrayList<>();
        EventFrame at = frame;
        while (true) {
            switch (at) {
                case SelectTable _ -> {
                    return keys;
                }
                case Filter filter -> at = filter.source();
                case Sort sort -> {
                    keys.add(sort.key());
                    at = sort.source();
                }
            }
        }
    }
}
