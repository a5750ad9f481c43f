package catchment.compiler.plan;

import catchment.compiler.definition.MeasuresDefinition;
import catchment.compiler.definition.MeasuresDefinition.Interval;
import catchment.compiler.definition.Spans;
import catchment.compiler.model.Chains;
import catchment.compiler.model.Graph;
import catchment.compiler.model.Node;
import catchment.compiler.model.Series;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * From measures to one plan. Intervals are rows of data: what depends on them is computed for each patient and interval at once, what does not once for each
 * patient; and the measures with one denominator and one list of intervals are summed from the same rows.
 */
public final class MeasuresPlanner {
    private final MeasuresDefinition definition;
    private final Batches batches;
    private final List<Node> nodes;
    private final Series anywhere;
    private final Map<List<Interval>, Series> denominators = new LinkedHashMap<>();
    private final Workshop shop;
    private final Sources sources;
    private final Rounds rounds;

    private MeasuresPlanner(MeasuresDefinition definition, Spans spans, Capabilities capabilities) {
        this.definition = definition;
        this.batches = new Batches(definition);
        this.anywhere = batches.either(batches.all());
        for (List<Interval> intervals : batches.calendars().keySet()) {
            denominators.put(intervals, batches.either(of(intervals)));
        }
        List<Node> roots = new ArrayList<>(List.of(anywhere));
        roots.addAll(denominators.values());
        batches.all().forEach(batch -> roots.addAll(batch.series()));
        batches.calendars().values().forEach(bounds -> roots.addAll(List.of(bounds.start(), bounds.end())));
        this.nodes = Graph.postOrder(roots);
        this.shop = new Workshop(nodes, new Levels(nodes), new Served(served(spans), nodes), capabilities);
        this.sources = new Sources(shop);
        this.rounds = new Rounds(shop, sources, new Ties(nodes));
    }

    /**
     * The plan of measures: an output for each, in order of definition, whose columns are {@code interval} (the place in the measure's list, from 0 on),
     * {@code numerator}, {@code denominator} and the groups. The numerator and the denominator are null if they do not fit into 64 bits. The rows of inline
     * tables must be known.
     *
     * @param spans where its nodes come from, for the comments
     * @param capabilities of the dialect that will write the plan
     */
    public static Plan plan(MeasuresDefinition measures, Spans spans, Capabilities capabilities) {
        return new MeasuresPlanner(measures, spans, capabilities).plan();
    }

    private List<Batches.Batch> of(List<Interval> intervals) {
        return batches.all().stream().filter(batch -> batch.intervals().equals(intervals)).toList();
    }

    private List<Served.Root> served(Spans spans) {
        Map<Node, Served.Root> roots = new IdentityHashMap<>();
        List<Served.Root> ordered = new ArrayList<>();
        for (Batches.Batch batch : batches.all()) {
            for (Batches.Member member : batch.members()) {
                MeasuresDefinition.Measure measure = member.measure();
                String name = "measures." + measure.name();
                List<Served.Root> own = new ArrayList<>();
                own.add(new Served.Root(
                        measure.name(), member.numerator(), new Plan.Served(name + " numerator", spans.of(measure.numerator()))));
                own.add(new Served.Root(
                        "denominator", batch.denominator(), new Plan.Served(name + " denominator", spans.of(measure.denominator()))));
                member.groups().forEach((group, series) -> own.add(new Served.Root(
                        group, series, new Plan.Served(name + " group " + group, spans.of(measure.groupBy().get(group))))));
                own.forEach(root -> {
                    if (roots.putIfAbsent(root.node(), root) == null) {
                        ordered.add(root);
                    }
                });
            }
        }
        return ordered;
    }

    private Plan plan() {
        Population population = new Population(shop, sources, rounds, nodes);
        PatientRows patients = new PatientRows(shop, sources, population.everyone(anywhere));
        List<Series> lasting =
                Chains.conjuncts(anywhere).stream().filter(condition -> !shop.levels.mentionsInterval(condition)).toList();
        if (!lasting.isEmpty()) {
            patients = population.keep(patients, lasting, shop.names.fresh("candidates"), "who may be in a denominator");
        }
        List<Calendar> calendars = new ArrayList<>();
        Map<String, Plan.Output> outputs = new LinkedHashMap<>();
        for (Map.Entry<List<Interval>, Calendar.Bounds> entry : batches.calendars().entrySet()) {
            Calendar calendar = new Calendar(entry.getKey(), entry.getValue(), nodes, shop);
            calendars.add(calendar);
            PatientRows rows = patients.during(calendar);
            List<Series> conditions = new ArrayList<>(Chains.conjuncts(denominators.get(entry.getKey())));
            conditions.removeAll(Set.copyOf(lasting));
            if (!conditions.isEmpty()) {
                rows = population.keep(rows, conditions, shop.names.fresh("population"), "who is in a denominator, and when");
            }
            List<Batches.Batch> own = of(entry.getKey());
            rounds.make(own.stream().flatMap(batch -> batch.series().stream()).distinct().toList(), rows);
            for (Batches.Batch batch : own) {
                outputs.putAll(new Sums(shop, rows, batch, own.size() == 1).outputs());
            }
        }
        List<Plan.Data> data = new ArrayList<>(shop.lookups.data());
        data.addAll(sources.data());
        calendars.forEach(calendar -> data.add(calendar.data()));
        return new Plan(data, shop.stages(), definition.measures().stream().map(measure -> outputs.get(measure.name())).toList());
    }
}
