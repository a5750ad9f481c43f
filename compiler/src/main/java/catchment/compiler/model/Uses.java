package catchment.compiler.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Which nodes are made of which. */
public final class Uses {
    private final Map<Node, List<Node>> users = new IdentityHashMap<>();

    /**
     * @param nodes all that count as users, each once
     */
    public Uses(Collection<Node> nodes) {
        for (Node node : nodes) {
            Graph.children(node).forEach(child -> users.computeIfAbsent(child, _ -> new ArrayList<>(2)).add(node));
        }
    }

    /** The nodes that are made of this one, once for each time that it is a part of them; none for what is only an output. */
    public List<Node> of(Node node) {
        return users.getOrDefault(node, List.of());
    }

    /** True for what is used more than once. */
    public boolean several(Node node) {
        return of(node).size() > 1;
    }
}
