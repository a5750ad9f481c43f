package catchment.compiler.plan;

import catchment.compiler.definition.DatasetDefinition;
import catchment.compiler.definition.Spans;
import catchment.compiler.model.Function;
import catchment.compiler.model.Graph;
import catchment.compiler.model.InlinePatientTable;
import catchment.compiler.model.Node;
import catchment.compiler.model.Operator;
import catchment.compiler.model.SelectPatientTable;
import catchment.compiler.model.SelectTable;
import catchment.compiler.model.Series;
import catchment.compiler.model.SeriesCollection;
import catchment.compiler.model.Type;
import org.apache.calcite.util.ImmutableBitSet;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.calcite.rel.RelCollations;
import org.apache.calcite.rel.RelFieldCollation;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.logical.LogicalAggregate;
import org.apache.calcite.rel.logical.LogicalSort;
import org.apache.calcite.rel.logical.LogicalUnion;
import org.apache.calcite.rel.logical.LogicalValues;
import org.apache.calcite.rex.RexNode;

/**
 * From a dataset's definition to a plan: first who is in the population, then what event tables say of them, level after level, then the output tables.
 *
 * <p>One planner plans one definition.
 */
public final class Planner {
    private static final String POPULATION = "population";

    private final DatasetDefinition dataset;
    private final List<Node> nodes;
    private final Workshop shop;
    private final Sources sources;
    private final Rounds rounds;

    private Planner(DatasetDefinition dataset, Spans spans, Capabilities capabilities) {
        this.dataset = dataset;
        this.nodes = Graph.postOrder(dataset.roots());
        List<Map.Entry<String, Node>> roots = new ArrayList<>();
        roots.add(Map.entry(POPULATION, dataset.population()));
        dataset.variables().forEach((name, series) -> roots.add(Map.entry(name, series)));
        dataset.events().forEach((name, table) -> roots.add(Map.entry(name, table)));
        this.shop = new Workshop(nodes, new Levels(nodes), new Served(roots, nodes, spans), capabilities);
        this.sources = new Sources(shop);
        this.rounds = new Rounds(shop, sources, new Ties(nodes));
    }

    /**
     * The plan of a dataset. The rows of its inline tables must be known: a table in a file must have been replaced by one with its rows.
     *
     * @param spans where its nodes come from, for the comments
     * @param capabilities of the dialect that will write the plan
     */
    public static Plan plan(DatasetDefinition dataset, Spans spans, Capabilities capabilities) {
        return new Planner(dataset, spans, capabilities).plan();
    }

    private Plan plan() {
        PatientRows patients = new PatientRows(shop, sources, population());
        List<Node> outputs = new ArrayList<>(dataset.variables().values());
        for (SeriesCollection table : dataset.events().values()) {
            outputs.add(table);
            outputs.add(table.domain().rows().orElseThrow());
        }
        rounds.make(outputs, patients);
        List<Plan.Output> tables = new ArrayList<>();
        tables.add(dataset(patients));
        dataset.events().forEach((name, table) -> tables.add(events(name, table, patients)));
        List<Plan.Data> data = new ArrayList<>(shop.lookups.data());
        data.addAll(sources.data());
        return new Plan(data, shop.stages(), tables);
    }

    // The population

    private Relation population() {
        String populationName = shop.names.fresh(POPULATION);
        TreeMap<Integer, List<Series>> byLevel = new TreeMap<>();
        for (Series condition : conjuncts(dataset.population())) {
            byLevel.computeIfAbsent(shop.levels.of(condition), _ -> new ArrayList<>()).add(condition);
        }
        Relation patients = everyone();
        int last = byLevel.lastKey();
        for (Map.Entry<Integer, List<Series>> level : byLevel.entrySet()) {
            PatientRows rows = new PatientRows(shop, sources, patients);
            rounds.make(level.getValue(), rows);
            Series condition = level.getValue().stream()
                    .reduce((one, other) -> new Function(Operator.AND, List.of(one, other)))
                    .orElseThrow();
            boolean decides = level.getKey() == last;
            String name = decides ? populationName : shop.names.fresh("candidates");
            RelNode values = new Assembly(shop, rows, name, List.of(condition)).relation(List.of("is_in"));
            RelNode kept = shop.algebra.filter(values, shop.algebra.input(values, 1));
            RelNode content = shop.algebra.project(kept, List.of(shop.algebra.input(kept, 0)), List.of(Relation.PATIENT));
            patients = shop.stageNamed(name, decides ? "the population" : "who may be in the population", content, level.getValue());
        }
        return patients;
    }

    /** The conditions that must all be true. */
    private static List<Series> conjuncts(Series population) {
        Set<Series> found = new LinkedHashSet<>();
        Set<Series> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Series> stack = new ArrayDeque<>();
        stack.push(population);
        while (!stack.isEmpty()) {
            Series series = stack.pop();
            if (!seen.add(series)) {
                continue;
            }
            if (series instanceof Function function && function.operator() == Operator.AND) {
                function.arguments().reversed().forEach(stack::push);
            } else {
                found.add(series);
            }
        }
        return List.copyOf(found);
    }

    /** A relation that lists everybody who may be in the population. */
    private Relation everyone() {
        List<Node> tables = tablesOfEveryone();
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
        return shop.stage("everyone", "who may be in the population", content, List.of(dataset.population()));
    }

    /** The tables whose patients together are all that can be in the population: one if one suffices, and one with a row for each patient before others. */
    private List<Node> tablesOfEveryone() {
        List<Node> below = Graph.postOrder(dataset.population());
        List<Node> asked = new ArrayList<>();
        below.stream().filter(SelectPatientTable.class::isInstance).forEach(asked::add);
        below.stream().filter(InlinePatientTable.class::isInstance).forEach(asked::add);
        below.stream().filter(SelectTable.class::isInstance).forEach(asked::add);
        for (Node table : asked) {
            if (!Absence.mayBeIn(dataset.population(), below, absent -> absent == table)) {
                return List.of(table);
            }
        }
        if (!asked.isEmpty() && !Absence.mayBeIn(dataset.population(), below, _ -> true)) {
            return asked;
        }
        return nodes.stream().filter(Levels::isTable).toList();
    }

    // The outputs

    private Plan.Output dataset(PatientRows patients) {
        List<Series> distinct = List.copyOf(new LinkedHashSet<>(dataset.variables().values()));
        List<String> names = new ArrayList<>();
        for (Series series : distinct) {
            dataset.variables().entrySet().stream()
                    .filter(entry -> entry.getValue() == series)
                    .findFirst()
                    .ifPresent(entry -> names.add(entry.getKey()));
        }
        RelNode values = new Assembly(shop, patients, "dataset", distinct).relation(names);
        RelNode content = distinct.size() == dataset.variables().size() ? values : named(values, distinct, dataset.variables());
        RelNode sorted = LogicalSort.create(content, RelCollations.of(ascending(0)), null, null);
        List<Node> served = new ArrayList<>(dataset.variables().values());
        return new Plan.Output("dataset", sorted, columns(dataset.variables()), shop.served.by(served));
    }

    private Plan.Output events(String name, SeriesCollection table, PatientRows patients) {
        List<Series> wanted = new ArrayList<>(new LinkedHashSet<>(table.members().values()));
        List<String> names = new ArrayList<>();
        Names fresh = new Names();
        fresh.reserve(Relation.PATIENT);
        for (Series series : wanted) {
            table.members().entrySet().stream()
                    .filter(entry -> entry.getValue() == series)
                    .findFirst()
                    .ifPresent(entry -> names.add(fresh.fresh(entry.getKey())));
        }
        var frame = table.domain().rows().orElseThrow();
        shop.flags.of(frame).filter(flag -> !wanted.contains(flag)).ifPresent(flag -> {
            wanted.add(flag);
            names.add(fresh.fresh("is_wanted"));
        });
        EventRows rows = new EventRows(shop, sources, patients, frame.table());
        RelNode values = new Assembly(shop, rows, name, wanted).relation(names);
        int flag = shop.flags.of(frame).map(wanted::indexOf).orElse(-1);
        if (flag >= 0) {
            values = shop.algebra.filter(values, shop.algebra.input(values, flag + 1));
        }
        RelNode content = named(values, wanted, table.members());
        List<RelFieldCollation> order = new ArrayList<>();
        for (int i = 0; i <= table.members().size(); i++) {
            order.add(ascending(i));
        }
        RelNode sorted = LogicalSort.create(content, RelCollations.of(order), null, null);
        return new Plan.Output(name, sorted, columns(table.members()), shop.served.by(List.of(table)));
    }

    private RelNode named(RelNode values, List<Series> wanted, Map<String, Series> members) {
        List<RexNode> columns = new ArrayList<>(List.of(shop.algebra.input(values, 0)));
        List<String> names = new ArrayList<>(List.of(Relation.PATIENT));
        members.forEach((name, series) -> {
            columns.add(shop.algebra.input(values, wanted.indexOf(series) + 1));
            names.add(name);
        });
        return shop.algebra.project(values, columns, names);
    }

    private static RelFieldCollation ascending(int column) {
        return new RelFieldCollation(column, RelFieldCollation.Direction.ASCENDING, RelFieldCollation.NullDirection.FIRST);
    }

    private static List<Plan.Column> columns(Map<String, Series> members) {
        List<Plan.Column> columns = new ArrayList<>();
        columns.add(new Plan.Column(Relation.PATIENT, Type.INT));
        members.forEach((name, series) -> columns.add(new Plan.Column(name, series.type())));
        return columns;
    }
}
