package catchment.runtime.dummy;

import catchment.compiler.model.Frame;
import catchment.compiler.model.Graph;
import catchment.compiler.model.InlinePatientTable;
import catchment.compiler.model.Node;
import catchment.compiler.model.PickOneRowPerPatient;
import catchment.compiler.model.SelectColumn;
import catchment.compiler.model.Series;
import catchment.compiler.model.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** On how much a series depends: wishes about single columns are met first, since those about several have to fit in with what is there. */
final class Dependence {
    private static final int MANY = 8;

    private final Map<Node, Set<String>> sources;

    private Dependence(Map<Node, Set<String>> sources) {
        this.sources = sources;
    }

    static Dependence of(Collection<Node> nodes) {
        Map<Node, Set<String>> sources = new IdentityHashMap<>();
        for (Node node : nodes) {
            Set<String> found = new HashSet<>();
            for (Node child : Graph.children(node)) {
                if (found.size() < MANY) {
                    found.addAll(sources.getOrDefault(child, Set.of()));
                }
            }
            if (node instanceof InlinePatientTable table) {
                found.add(table.definition().name());
            }
            if (node instanceof Frame frame) {
                UsedTable.nameOf(frame).ifPresent(found::add);
            }
            if (node instanceof SelectColumn column) {
                UsedTable.nameOf(column.source()).ifPresent(table -> found.add(table + "." + column.name()));
                if (column.source() instanceof PickOneRowPerPatient) {
                    found.add("a picked row");
                }
            }
            sources.put(node, found.size() > MANY ? new HashSet<>(found.stream().sorted().limit(MANY).toList()) : found);
        }
        return new Dependence(sources);
    }

    /** How much it depends on: columns and tables, as far as anybody counts. */
    int of(Series series) {
        return sources.getOrDefault(series, Set.of()).size();
    }

    /** True if it is the same for everybody. */
    boolean isFixed(Series series) {
        return series instanceof Value || of(series) == 0 && sources.containsKey(series);
    }

    /** The same series, those that depend on fewer columns first. */
    List<Series> simplestFirst(List<Series> series) {
        List<Series> sorted = new ArrayList<>(series);
        sorted.sort(Comparator.comparingInt(this::of));
        return sorted;
    }
}
