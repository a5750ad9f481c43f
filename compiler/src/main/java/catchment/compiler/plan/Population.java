package catchment.compiler.plan;

import catchment.compiler.model.Function;
import catchment.compiler.model.Graph;
import catchment.compiler.model.InlinePatientTable;
import catchment.compiler.model.Node;
import catchment.compiler.model.Operator;
import catchment.compiler.model.SelectPatientTable;
import catchment.compiler.model.SelectTable;
import catchment.compiler.model.Series;
import catchment.compiler.model.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.logical.LogicalAggregate;
import org.apache.calcite.rel.logical.LogicalUnion;
import org.apache.calcite.rel.logical.LogicalValues;
import org.apache.calcite.util.ImmutableBitSet;

/** Who is looked at, decided as early as possible: from everybody who may be in, those for whom the conditions of each level hold. */
final class Population {
    private final Workshop shop;
    private final Sources sources;
    private final Rounds rounds;
    private final List<Node> nodes;

    /**
     * @param nodes all nodes of the definition
     */
    Population(Workshop shop, Sources sources, Rounds rounds, List<Node> nodes) {
        this.shop = shop;
        this.sources = sources;
        this.rounds = rounds;
        this.nodes = nodes;
    }

    /**
     * The rows for which all conditions hold, those that need the least reading tried first.
     *
     * @param rows with more of them
     * @param conditions at least one
     * @param decided what the last stage is called, a name that {@link Names} gave
     * @param purpose of the last stage
     */
    PatientRows keep(PatientRows rows, Collection<Series> conditions, String decided, String purpose) {
        TreeMap<Integer, List<Series>> byLevel = new TreeMap<>();
        for (Series condition : conditions) {
            byLevel.computeIfAbsent(shop.levels.of(condition), _ -> new ArrayList<>()).add(condition);
        }
        PatientRows at = rows;
        int last = byLevel.lastKey();
        for (Map.Entry<Integer, List<Series>> level : byLevel.entrySet()) {
            rounds.make(level.getValue(), at);
            Series condition = level.getValue().stream()
                    .reduce((one, other) -> new Function(Operator.AND, List.of(one, other)))
                    .orElseThrow();
            boolean decides = level.getKey() == last;
            String name = decides ? decided : shop.names.fresh("candidates");
            List<String> key = at.keyNames();
            RelNode values = new Assembly(shop, at, name, List.of(condition)).relation(List.of("is_in"));
            RelNode kept = shop.algebra.filter(values, shop.algebra.input(values, key.size()));
            RelNode content = shop.algebra.project(kept, shop.algebra.inputs(kept, key.size()), key);
            String what = decides ? purpose : "who may be in the population";
            at = at.only(shop.stageNamed(name, what, content, key, level.getValue()));
        }
        return at;
    }

    /** A relation that lists everybody who may be in the population. */
    Relation everyone(Series population) {
        List<Node> tables = tablesOfEveryone(population);
        if (tables.size() == 1 && !(tables.getFirst() instanceof SelectTable)) {
            return sources.of(tables.getFirst());
        }
        RelNode content;
        if (tables.isEmpty()) {
            RelNode nobody = LogicalValues.createEmpty(
                    shop.algebra.cluster(),
                    shop.algebra.cluster().getTypeFactory().createStructType(List.of(shop.algebra.type(Type.INT, false)), List.of(Relation.PATIENT)));
            content = shop.algebra.project(nobody, List.of(shop.algebra.input(nobody, 0)), List.of(Relation.PATIENT));
        } else {
            List<RelNode> scans = new ArrayList<>();
            for (Node table : tables) {
                RelNode scan = shop.scan(sources.of(table), List.of(Relation.PATIENT));
                scans.add(shop.algebra.project(scan, List.of(shop.algebra.input(scan, 0)), List.of(Relation.PATIENT)));
            }
            content = scans.size() == 1
                    ? LogicalAggregate.create(scans.getFirst(), List.of(), ImmutableBitSet.of(0), null, List.of())
                    : LogicalUnion.create(scans, false);
        }
        return shop.stage("everyone", "who may be in the population", content, List.of(Relation.PATIENT), List.of(population));
    }

    /** The tables whose patients together are all that can be in the population: one if one suffices, and one with a row for each patient before others. */
    private List<Node> tablesOfEveryone(Series population) {
        List<Node> below = Graph.postOrder(population);
        List<Node> asked = new ArrayList<>();
        below.stream().filter(SelectPatientTable.class::isInstance).forEach(asked::add);
        below.stream().filter(InlinePatientTable.class::isInstance).forEach(asked::add);
        below.stream().filter(SelectTable.class::isInstance).forEach(asked::add);
        for (Node table : asked) {
            if (!Absence.mayBeIn(population, below, absent -> absent == table)) {
                return List.of(table);
            }
        }
        if (!asked.isEmpty() && !Absence.mayBeIn(population, below, _ -> true)) {
            return asked;
        }
        return nodes.stream().filter(Levels::isTable).toList();
    }
}
