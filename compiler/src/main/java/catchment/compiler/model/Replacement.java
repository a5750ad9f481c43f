package catchment.compiler.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/** A graph with some nodes replaced by others, and all that was made of them made again. */
public final class Replacement {
    private Replacement() {}

    /**
     * Replaces nodes.
     *
     * @param roots where the graph is entered
     * @param change what becomes of a node whose children have been replaced; the node itself where nothing does
     * @return for every node that can be reached what it has become
     */
    public static Map<Node, Node> of(Collection<? extends Node> roots, UnaryOperator<Node> change) {
        return of(roots, (_, rebuilt) -> change.apply(rebuilt), new Nodes());
    }

    /**
     * Replaces nodes.
     *
     * @param roots where the graph is entered
     * @param change what becomes of a node, given as it was and as it is with its children replaced
     * @param nodes where what has been made is one with what equals it
     * @return for every node that can be reached what it has become
     */
    public static Map<Node, Node> of(Collection<? extends Node> roots, BinaryOperator<Node> change, Nodes nodes) {
        Map<Node, Node> became = new IdentityHashMap<>();
        for (Node node : Graph.postOrder(roots)) {
            became.put(node, nodes.intern(change.apply(node, rebuilt(node, became))));
        }
        return became;
    }

    private static Node rebuilt(Node node, Map<Node, Node> became) {
        return switch (node) {
            case SelectTable _, SelectPatientTable _, InlinePatientTable _, Value _, Parameter _, ValueSet _ -> node;
            case Filter filter -> new Filter((EventFrame) became.get(filter.source()), series(filter.condition(), became));
            case Sort sort -> new Sort((EventFrame) became.get(sort.source()), series(sort.key(), became));
            case PickOneRowPerPatient pick -> new PickOneRowPerPatient((EventFrame) became.get(pick.source()), pick.position());
            case SeriesCollection collection -> {
                Map<String, Series> members = new LinkedHashMap<>();
                collection.members().forEach((name, member) -> members.put(name, series(member, became)));
                yield new SeriesCollection(members);
            }
            case SelectColumn column -> new SelectColumn((Frame) became.get(column.source()), column.name());
            case Function function -> new Function(
                    function.operator(), function.arguments().stream().map(argument -> series(argument, became)).toList());
            case In in -> switch (became.get(in.set())) {
                case ValueSet set -> new In(series(in.value(), became), set);
                case CombineAsSet set -> new In(series(in.value(), became), set);
                case Frame _, Series _, SeriesCollection _ -> throw new ModelException("no set");
            };
            case Case branches -> {
                List<Case.Branch> made = new ArrayList<>();
                for (Case.Branch branch : branches.branches()) {
                    made.add(new Case.Branch(series(branch.condition(), became), branch.value().map(value -> series(value, became))));
                }
                yield new Case(made, branches.otherwise().map(value -> series(value, became)));
            }
            case Exists exists -> new Exists((Frame) became.get(exists.source()));
            case Count count -> new Count((Frame) became.get(count.source()));
            case Aggregate aggregate -> new Aggregate(aggregate.kind(), series(aggregate.source(), became));
            case CountEpisodes episodes -> new CountEpisodes(series(episodes.source(), became), episodes.maximumGapDays());
            case CombineAsSet set -> new CombineAsSet(series(set.source(), became));
        };
    }

    private static Series series(Series series, Map<Node, Node> became) {
        return (Series) became.get(series);
    }
}
