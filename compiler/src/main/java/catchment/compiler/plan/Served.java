package catchment.compiler.plan;

import catchment.compiler.model.Graph;
import catchment.compiler.model.Node;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Which outputs of a definition each node serves, for names and comments. */
final class Served {
    private final List<String> names = new ArrayList<>();
    private final List<Plan.Served> outputs = new ArrayList<>();
    private final Map<Node, BitSet> serves = new IdentityHashMap<>();

    /**
     * What a definition gives.
     *
     * @param name a short name, for stages and columns
     * @param described what comments say
     */
    record Root(String name, Node node, Plan.Served described) {}

    /**
     * @param roots in order of definition
     * @param nodes all nodes below the roots, parts first
     */
    Served(List<Root> roots, List<Node> nodes) {
        for (Root root : roots) {
            serves.computeIfAbsent(root.node(), _ -> new BitSet()).set(names.size());
            names.add(root.name());
            outputs.add(root.described());
        }
        for (Node node : nodes.reversed()) {
            BitSet bits = serves.computeIfAbsent(node, _ -> new BitSet());
            for (Node child : Graph.children(node)) {
                serves.computeIfAbsent(child, _ -> new BitSet()).or(bits);
            }
        }
    }

    /** The outputs that need any of the nodes. */
    List<Plan.Served> by(Collection<? extends Node> nodes) {
        return bits(nodes).stream().mapToObj(outputs::get).toList();
    }

    /** A name for something that serves these nodes: {@code last_bmi}, {@code last_bmi_and_3_more}. */
    String name(Collection<? extends Node> nodes) {
        BitSet bits = bits(nodes);
        int count = bits.cardinality();
        return switch (count) {
            case 0 -> "values";
            case 1 -> names.get(bits.nextSetBit(0));
            case 2 -> names.get(bits.nextSetBit(0)) + "_and_" + names.get(bits.nextSetBit(bits.nextSetBit(0) + 1));
            default -> names.get(bits.nextSetBit(0)) + "_and_" + (count - 1) + "_more";
        };
    }

    /** A name for something read from a table that serves these nodes. */
    String name(Collection<? extends Node> nodes, String table) {
        String name = name(nodes);
        return name.equals("population") ? "population_from_" + table : name;
    }

    /** A name for one node's value: that of the only output that needs it, else {@code fallback}. */
    String nameOr(Node node, String fallback) {
        BitSet bits = serves.getOrDefault(node, new BitSet());
        return bits.cardinality() == 1 ? names.get(bits.nextSetBit(0)) : fallback;
    }

    private BitSet bits(Collection<? extends Node> nodes) {
        BitSet all = new BitSet();
        for (Node node : nodes) {
            BitSet bits = serves.get(node);
            if (bits != null) {
                all.or(bits);
            }
        }
        return all;
    }
}
