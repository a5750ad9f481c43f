package catchment.compiler.definition;

import catchment.compiler.model.Node;
import catchment.grammar.source.Span;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/** Where nodes and variables come from: the first place that made each. Filled while a definition is evaluated, read afterwards. */
public final class Spans {
    private final Map<Node, Span> nodes = new IdentityHashMap<>();

    /** Remembers the place of a node, unless one is known. */
    public void add(Node node, Span span) {
        nodes.putIfAbsent(node, span);
    }

    /** The first place that made the node. */
    public Optional<Span> of(Node node) {
        return Optional.ofNullable(nodes.get(node));
    }
}
