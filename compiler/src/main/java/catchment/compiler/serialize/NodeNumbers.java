package catchment.compiler.serialize;

import catchment.compiler.definition.DatasetDefinition;
import catchment.compiler.definition.Definition;
import catchment.compiler.definition.MeasuresDefinition;
import catchment.compiler.model.Graph;
import catchment.compiler.model.InlinePatientTable;
import catchment.compiler.model.Node;
import catchment.compiler.model.SelectPatientTable;
import catchment.compiler.model.SelectTable;
import catchment.compiler.model.Value;
import catchment.compiler.model.ValueSet;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The numbers of a definition's nodes: given where a node is first met, going down; listed in the order in which nodes are complete. */
final class NodeNumbers {
    private final Map<Node, Integer> numbers = new IdentityHashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private int last;

    /** What has a number. */
    sealed interface Entry {
        int number();
    }

    /** A node of the query model. */
    record OfNode(Node node, int number) implements Entry {}

    /** The dataset itself, which the model has no node for. */
    record OfDataset(DatasetDefinition dataset, int number) implements Entry {}

    static NodeNumbers of(Definition definition) {
        NodeNumbers numbers = new NodeNumbers();
        definition.dataset().ifPresent(dataset -> {
            int number = ++numbers.last;
            dataset.roots().forEach(numbers::visit);
            numbers.entries.add(new OfDataset(dataset, number));
            dataset.dummyData().additionalPopulationConstraint().ifPresent(numbers::visit);
        });
        definition.measures().ifPresent(measures -> {
            for (MeasuresDefinition.Measure measure : measures.measures()) {
                numbers.visit(measure.numerator());
                numbers.visit(measure.denominator());
                measure.groupBy().values().forEach(numbers::visit);
            }
            measures.dummyData().additionalPopulationConstraint().ifPresent(numbers::visit);
        });
        return numbers;
    }

    /** The dataset's number. */
    int dataset() {
        return 1;
    }

    int of(Node node) {
        return numbers.get(node);
    }

    List<Entry> entries() {
        return entries;
    }

    /** True for what is written where it stands, never as a reference. */
    static boolean inline(Node node) {
        return node instanceof Value || node instanceof ValueSet || node instanceof SelectTable || node instanceof SelectPatientTable;
    }

    private record Visit(Node node, List<Node> children, int next) {}

    private void visit(Node root) {
        Deque<Visit> stack = new ArrayDeque<>();
        enter(root, stack);
        while (!stack.isEmpty()) {
            Visit visit = stack.pop();
            if (visit.next() == visit.children().size()) {
                entries.add(new OfNode(visit.node(), numbers.get(visit.node())));
            } else {
                stack.push(new Visit(visit.node(), visit.children(), visit.next() + 1));
                enter(visit.children().get(visit.next()), stack);
            }
        }
    }

    private void enter(Node node, Deque<Visit> stack) {
        if (!inline(node) && !numbers.containsKey(node)) {
            numbers.put(node, ++last);
            stack.push(new Visit(node, node instanceof InlinePatientTable ? List.of() : Graph.children(node), 0));
        }
    }
}
