package catchment.compiler.definition;

import catchment.compiler.model.Graph;
import catchment.compiler.model.Node;
import catchment.compiler.model.Value;
import catchment.compiler.model.ValueSet;
import catchment.grammar.source.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;

/** Where nodes and lists come from: the first place that made each. Filled while a definition is evaluated, read afterwards. */
public final class Spans {
    private final Map<Node, Span> nodes = new IdentityHashMap<>();
    private final Set<Node> within = Collections.newSetFromMap(new IdentityHashMap<>());
    private final SequencedSet<ListUse> lists = new LinkedHashSet<>();

    /**
     * A list of fixed values, most often a codelist, where it is used.
     *
     * @param set what it is in the query
     * @param argument where it is used
     * @param made the expression that made it: a call of {@code codelist_from_csv}, a comprehension, a list
     * @param first where its first member is written, in a file of codes or in the definition; {@link Span#NONE} for an empty list
     */
    public record ListUse(ValueSet set, Span argument, Span made, Span first) {}

    /** Remembers the place of a node, unless one is known. */
    public void add(Node node, Span span) {
        nodes.putIfAbsent(node, span);
    }

    /** Remembers the place of a node that library code made on the way to what that place asks for, unless one is known: no text there is this node. */
    public void addWithin(Node node, Span span) {
        if (nodes.putIfAbsent(node, span) == null) {
            within.add(node);
        }
    }

    /**
     * The nodes of which one place has the whole text, and that place. An operation may make several nodes, of which its text is the last one: {@code x.is_not_null()}
     * makes what {@code ~x.is_null()} does. And in a loop or a function one text makes many nodes, and is none of them.
     */
    public Map<Node, Span> texts() {
        Map<Node, Span> texts = new IdentityHashMap<>();
        made().forEach((span, all) -> {
            Set<Node> whole = Collections.newSetFromMap(new IdentityHashMap<>());
            whole.addAll(all);
            all.forEach(node -> Graph.children(node).forEach(whole::remove));
            whole.removeAll(within);
            if (whole.size() > 1) {
                // A number that was written whole and is compared as a decimal one leaves both behind.
                whole.removeIf(Value.class::isInstance);
            }
            if (whole.size() == 1) {
                texts.put(whole.iterator().next(), span);
            }
        });
        return texts;
    }

    /** Remembers the use of a list. */
    public void add(ListUse use) {
        lists.add(use);
    }

    /** The uses of lists, each place once for each list, in order of evaluation. */
    public List<ListUse> lists() {
        return List.copyOf(lists);
    }

    /** The nodes by the place that made each first. */
    public Map<Span, List<Node>> made() {
        Map<Span, List<Node>> made = new HashMap<>();
        nodes.forEach((node, place) -> made.computeIfAbsent(place, _ -> new ArrayList<>(2)).add(node));
        return made;
    }

    /** Takes a wider place for a node, such as the whole call for what one of its arguments came to, if the known one lies within it. */
    public void widen(Node node, Span whole) {
        nodes.computeIfPresent(node, (_, known) -> {
            boolean wider = known.file().equals(whole.file()) && known.to(whole).equals(whole);
            if (wider) {
                within.remove(node);
            }
            return wider ? whole : known;
        });
    }

    /** The first place that made the node. */
    public Optional<Span> of(Node node) {
        return Optional.ofNullable(nodes.get(node));
    }
}
