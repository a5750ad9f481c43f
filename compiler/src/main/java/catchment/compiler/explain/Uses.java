package catchment.compiler.explain;

import catchment.compiler.model.Graph;
import catchment.compiler.model.Node;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/** Which nodes are made of which. */
final class Uses {
    private final Map<Node, Integer> times = new IdentityHashMap<>();
    private final Map<Node, Set<Node>> users = new IdentityHashMap<>();

    Uses(Collection<Node> nodes) {
        for (Node node : nodes) {
            for (Node child : Graph.children(node)) {
                times.merge(child, 1, Integer::sum);
                users.computeIfAbsent(child, _ -> Collections.newSetFromMap(new IdentityHashMap<>())).add(node);
            }
        }
    }

    /** The nodes that are made of this one. */
    Set<Node> of(Node node) {
        return users.getOrDefault(node, Set.of());
    }

    /** True for what is used more than once. */
    boolean several(Node node) {
        return times.getOrDefault(node, 0) > 1;
    }
}
