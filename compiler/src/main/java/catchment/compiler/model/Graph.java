package catchment.compiler.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Walks over a graph that neither recurse nor visit a shared node twice. */
public final class Graph {
    private Graph() {}

    /** The nodes that a node is made of, in order. */
    public static List<Node> children(Node node) {
        return switch (node) {
            case SelectTable _, SelectPatientTable _, InlinePatientTable _, Value _, Parameter _, ValueSet _ -> List.of();
            case Filter filter -> List.of(filter.source(), filter.condition());
            case Sort sort -> List.of(sort.source(), sort.key());
            case PickOneRowPerPatient pick -> List.of(pick.source());
            case SeriesCollection collection -> List.copyOf(collection.members().values());
            case SelectColumn column -> List.of(column.source());
            case Function function -> List.copyOf(function.arguments());
            case In in -> List.of(in.value(), in.set());
            case Case branches -> List.copyOf(Checks.caseParts(branches.branches(), branches.otherwise()));
            case Exists exists -> List.of(exists.source());
            case Count count -> List.of(count.source());
            case Aggregate aggregate -> List.of(aggregate.source());
            case CountEpisodes episodes -> List.of(episodes.source());
            case CombineAsSet set -> List.of(set.source());
        };
    }

    /** Every node that can be reached from the roots, once each, children before parents. */
    public static List<Node> postOrder(Collection<? extends Node> roots) {
        record Visit(Node node, boolean leaving) {}
        List<Node> order = new ArrayList<>();
        Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Visit> stack = new ArrayDeque<>();
        for (Node root : roots) {
            stack.push(new Visit(root, false));
            while (!stack.isEmpty()) {
                Visit visit = stack.pop();
                if (visit.leaving()) {
                    order.add(visit.node());
                } else if (seen.add(visit.node())) {
                    stack.push(new Visit(visit.node(), true));
                    List<Node> children = children(visit.node());
                    for (int i = children.size() - 1; i >= 0; i--) {
                        stack.push(new Visit(children.get(i), false));
                    }
                }
            }
        }
        return order;
    }

    /** Every node that can be reached from the root, once each, children before parents. */
    public static List<Node> postOrder(Node root) {
        return postOrder(List.of(root));
    }
}
