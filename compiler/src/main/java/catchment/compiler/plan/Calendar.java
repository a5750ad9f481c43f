package catchment.compiler.plan;

import catchment.compiler.definition.MeasuresDefinition.Interval;
import catchment.compiler.model.Graph;
import catchment.compiler.model.Node;
import catchment.compiler.model.Parameter;
import catchment.compiler.model.Series;
import catchment.compiler.model.Type;
import catchment.compiler.plan.Relation.Reference;
import catchment.compiler.plan.Relation.Slot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A list of intervals as data: a row for each, with its place in the list and everything that the definition makes of its start and end alone. Such values are
 * worked out here, so that to the engine {@code INTERVAL.start_date - years(5)} is a column like any other.
 */
final class Calendar {
    /** The parameters that stand for the start and the end of one list's intervals. */
    record Bounds(Parameter start, Parameter end) {}

    private final Workshop shop;
    private final int size;
    private final Relation relation;
    private final Map<Node, List<Optional<Object>>> values = new IdentityHashMap<>();
    private final Map<Node, Slot> columns = new IdentityHashMap<>();
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Names names = new Names(List.of(Relation.INTERVAL));

    /**
     * @param all the definition's nodes, parts first
     */
    Calendar(List<Interval> intervals, Bounds bounds, List<Node> all, Workshop shop) {
        this.shop = shop;
        this.size = intervals.size();
        this.relation = new Relation(shop.names.fresh("intervals"), new LinkedHashMap<>(), List.of(Relation.INTERVAL), Map.of());
        relation.columns().put(Relation.INTERVAL, shop.algebra.type(Type.INT, false));
        values.put(bounds.start(), intervals.stream().map(interval -> Optional.<Object>of(interval.start())).toList());
        values.put(bounds.end(), intervals.stream().map(interval -> Optional.<Object>of(interval.end())).toList());
        List<Node> made = new ArrayList<>();
        for (Node node : all) {
            boolean own = node instanceof Series && shop.levels.isOfInterval(node) && !(node instanceof Parameter)
                    && Graph.children(node).stream().allMatch(child -> values.containsKey(child) || !shop.levels.mentionsInterval(child));
            if (own) {
                made.add(node);
                values.put(node, new ArrayList<>());
            }
        }
        for (int i = 0; i < size; i++) {
            Constants constants = shop.constants.with(Map.of(
                    bounds.start(), values.get(bounds.start()).get(i), bounds.end(), values.get(bounds.end()).get(i)));
            made.forEach(node -> values.get(node).add(constants.add((Series) node)));
        }
    }

    /** The data: {@code interval}, the place in the list from 0 on, and values of it. */
    Relation relation() {
        return relation;
    }

    /** Where a value of the interval is found. */
    Optional<Reference> find(Node node) {
        if (!values.containsKey(node)) {
            return Optional.empty();
        }
        Slot slot = columns.computeIfAbsent(node, _ -> {
            String name = names.fresh(node instanceof Parameter parameter ? parameter.name() : shop.served.nameOr(node, "value"));
            nodes.put(name, node);
            return relation.slot(name, shop.algebra.type(((Series) node).type()));
        });
        return Optional.of(new Reference(slot, Relation.Read.PLAIN));
    }

    /** What the node comes to in each interval in which it comes to something; empty for a node that is not of the interval alone. */
    Optional<List<Object>> values(Node node) {
        return Optional.ofNullable(values.get(node))
                .map(found -> found.stream().flatMap(Optional::stream).toList());
    }

    /** The rows to be loaded, once it is known which columns are read. */
    Plan.Data data() {
        List<Plan.Column> described = new ArrayList<>(List.of(new Plan.Column(Relation.INTERVAL, Type.INT)));
        nodes.forEach((name, node) -> described.add(new Plan.Column(name, ((Series) node).type())));
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Object[] row = new Object[described.size()];
            row[0] = (long) i;
            int column = 1;
            for (Node node : nodes.values()) {
                row[column++] = values.get(node).get(i).orElse(null);
            }
            rows.add(Arrays.asList(row));
        }
        return new Plan.Data(relation.name(), described, rows);
    }
}
