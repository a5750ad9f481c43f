package catchment.compiler.lint;

import catchment.compiler.definition.DatasetDefinition;
import catchment.compiler.definition.Definition;
import catchment.compiler.definition.MeasuresDefinition.Measure;
import catchment.compiler.model.Graph;
import catchment.compiler.model.Node;
import catchment.compiler.model.Uses;
import java.util.ArrayList;
import java.util.List;

/** All nodes that a definition uses, and which nodes each is used by. */
final class QueryGraph {
    private final List<Node> nodes;
    private final Uses uses;

    QueryGraph(Definition definition) {
        List<Node> roots = new ArrayList<>();
        definition.dataset().map(DatasetDefinition::roots).ifPresent(roots::addAll);
        definition.measures().ifPresent(measures -> {
            for (Measure measure : measures.measures()) {
                roots.add(measure.numerator());
                roots.add(measure.denominator());
                roots.addAll(measure.groupBy().values());
            }
        });
        nodes = Graph.postOrder(roots);
        uses = new Uses(nodes);
    }

    /** Every node once, children before parents. */
    List<Node> nodes() {
        return nodes;
    }

    /** The nodes of one kind. */
    <N extends Node> List<N> nodes(Class<N> kind) {
        return nodes.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The nodes that are made of this one; none for what is only an output. */
    List<Node> users(Node node) {
        return uses.of(node);
    }
}
