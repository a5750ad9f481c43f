package catchment.compiler.definition;

import catchment.compiler.model.Node;
import catchment.compiler.model.ValueSet;
import catchment.grammar.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;

/** Where nodes and lists come from: the first place that made each. Filled while a definition is evaluated, read afterwards. */
public final class Spans {
    private final Map<Node, Span> nodes = new IdentityHashMap<>();
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
        nodes.computeIfPresent(node, (_, known) -> known.file().equals(whole.file()) && known.to(whole).equals(whole) ? whole : known);
    }

    /** The first place that made the node. */
    public Optional<Span> of(Node node) {
        return Optional.ofNullable(nodes.get(node));
    }
}
