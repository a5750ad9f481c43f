package catchment.compiler.plan;

import catchment.compiler.definition.DatasetDefinition;
import catchment.compiler.definition.Spans;
import catchment.compiler.model.Chains;
import catchment.compiler.model.Graph;
import catchment.compiler.model.Node;
import catchment.compiler.model.Series;
import catchment.compiler.model.SeriesCollection;
import catchment.compiler.model.Type;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.apache.calcite.rel.RelCollations;
import org.apache.calcite.rel.RelFieldCollation;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.logical.LogicalSort;
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
        List<Served.Root> roots = new ArrayList<>();
        roots.add(new Served.Root(POPULATION, dataset.population(), new Plan.Served(POPULATION, spans.of(dataset.population()))));
        dataset.variables().forEach((name, series) -> roots.add(root(name, series, spans)));
        dataset.events().forEach((name, table) -> roots.add(root(name, table, spans)));
        this.shop = new Workshop(nodes, new Levels(nodes), new Served(roots, nodes), capabilities);
        this.sources = new Sources(shop);
        this.rounds = new Rounds(shop, sources, new Ties(nodes));
    }

    private static Served.Root root(String name, Node node, Spans spans) {
        return new Served.Root(name, node, new Plan.Served("dataset." + name, spans.of(node)));
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
        PatientRows patients = population();
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

    private PatientRows population() {
        Population population = new Population(shop, sources, rounds, nodes);
        String name = shop.names.fresh(POPULATION);
        PatientRows everyone = new PatientRows(shop, sources, population.everyone(dataset.population()));
        return population.keep(everyone, Chains.conjuncts(dataset.population()), name, "the population");
    }

    // The outputs

    private Plan.Output dataset(PatientRows patients) {
        List<Series> distinct = List.copyOf(new LinkedHashSet<>(dataset.variables().values()));
        Names fresh = new Names(List.of(Relation.PATIENT));
        List<String> names = new ArrayList<>();
        for (Series series : distinct) {
            dataset.variables().entrySet().stream()
                    .filter(entry -> entry.getValue() == series)
                    .findFirst()
                    .ifPresent(entry -> names.add(fresh.fresh(entry.getKey())));
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
        Names fresh = new Names(List.of(Relation.PATIENT));
        List<String> names = new ArrayList<>(List.of(Relation.PATIENT));
        members.forEach((name, series) -> {
            columns.add(shop.sortable(shop.algebra.input(values, wanted.indexOf(series) + 1), series.type()));
            names.add(fresh.fresh(name));
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
