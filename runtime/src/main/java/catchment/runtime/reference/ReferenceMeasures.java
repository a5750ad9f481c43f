package catchment.runtime.reference;

import catchment.compiler.definition.ColumnSpecification;
import catchment.compiler.definition.DummyDataSettings;
import catchment.compiler.definition.MeasuresDefinition;
import catchment.compiler.definition.MeasuresDefinition.Interval;
import catchment.compiler.definition.MeasuresDefinition.Measure;
import catchment.compiler.model.Frame;
import catchment.compiler.model.Graph;
import catchment.compiler.model.Node;
import catchment.compiler.model.Parameter;
import catchment.compiler.model.PickOneRowPerPatient;
import catchment.compiler.model.Series;
import catchment.compiler.model.Type;
import catchment.runtime.Progress;
import catchment.runtime.tables.ResultTable;
import catchment.runtime.tables.Tables;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Runs measures on tables in memory, one interval after the other. Every patient is whoever has a row in any table or inline table used anywhere in the measures.
 *
 * <p>Inline tables that are read from files must have been replaced by their rows, see {@code catchment.runtime.data}.
 */
public final class ReferenceMeasures {
    private static final String START = "interval_start_date";
    private static final String END = "interval_end_date";

    private final MeasuresDefinition definition;
    private final List<Frame> leaves;
    private final List<Scope> scopes = new ArrayList<>();

    /** An interpreter of these measures, to be used for any number of runs. */
    public ReferenceMeasures(MeasuresDefinition definition) {
        this.definition = definition;
        this.leaves = ReferenceInterpreter.leaves(Graph.postOrder(definition.roots()));
        Map<List<Object>, List<Measure>> measures = new LinkedHashMap<>();
        definition.measures().forEach(measure ->
                measures.computeIfAbsent(List.of(measure.denominator(), measure.intervals()), _ -> new ArrayList<>()).add(measure));
        measures.values().forEach(members -> scopes.add(Scope.of(members)));
    }

    /**
     * Measures with one denominator and one list of intervals: what any of them selects decides ties in all of them.
     *
     * @param lasting nodes that no interval changes, in the order of evaluation
     * @param changing the others, in the order of evaluation
     */
    private record Scope(
            List<Measure> measures, List<Node> lasting, List<Node> changing, Map<PickOneRowPerPatient, List<Series>> orders) {
        static Scope of(List<Measure> measures) {
            Collection<Node> roots = new MeasuresDefinition(measures, DummyDataSettings.MEASURES_DEFAULT, true).roots();
            Map<PickOneRowPerPatient, List<Series>> orders = PickOrder.of(Graph.postOrder(roots));
            List<Node> lasting = new ArrayList<>();
            List<Node> changing = new ArrayList<>();
            Set<Node> changed = Collections.newSetFromMap(new IdentityHashMap<>());
            for (Node node : ReferenceInterpreter.withTieColumns(roots, orders)) {
                if (node instanceof Parameter || Graph.children(node).stream().anyMatch(changed::contains)) {
                    changed.add(node);
                    changing.add(node);
                } else {
                    lasting.add(node);
                }
            }
            return new Scope(measures, lasting, changing, orders);
        }

        List<Interval> intervals() {
            return measures.getFirst().intervals();
        }
    }

    /**
     * The numbers of each measure, in order of definition, before any disclosure control: a table named after it, with the columns {@code interval} (the place
     * in the measure's list of intervals, from 0 on), {@code numerator} and {@code denominator} (null if a sum does not fit into 64 bits), and its groups. Rows
     * are sorted by interval and groups, nulls first; where nobody is in the denominator there is no row.
     *
     * @param progress is told of each interval of each few hundred patients
     */
    public List<ResultTable> run(Tables tables, Progress progress) {
        Map<String, MeasureSums> sums = new LinkedHashMap<>();
        definition.measures().forEach(measure -> sums.put(measure.name(), new MeasureSums(measure)));
        List<Batch> batches = Batch.of(leaves, tables, ReferenceInterpreter.BATCH);
        long work = (long) batches.size() * scopes.stream().mapToInt(scope -> scope.intervals().size()).sum();
        try (Progress.Step step = progress.step("measures", work)) {
            for (Batch batch : batches) {
                for (Scope scope : scopes) {
                    run(scope, batch, sums, step);
                }
            }
        }
        return definition.measures().stream()
                .map(measure -> new ResultTable(measure.name(), columns(measure), sums.get(measure.name()).rows()))
                .toList();
    }

    private static void run(Scope scope, Batch batch, Map<String, MeasureSums> sums, Progress.Step step) {
        Evaluation lasting = new Evaluation(batch, scope.orders(), Map.of()).evaluate(scope.lasting());
        for (int i = 0; i < scope.intervals().size(); i++) {
            Interval interval = scope.intervals().get(i);
            step.at(interval.start() + " to " + interval.end());
            Evaluation evaluation = lasting.with(Map.of(START, interval.start(), END, interval.end())).evaluate(scope.changing());
            for (Measure measure : scope.measures()) {
                for (int patient = 0; patient < batch.patientCount(); patient++) {
                    sums.get(measure.name()).add(i, evaluation, patient);
                }
            }
            step.advance(1);
        }
    }

    private static List<ColumnSpecification> columns(Measure measure) {
        List<ColumnSpecification> columns = new ArrayList<>();
        for (String name : List.of("interval", "numerator", "denominator")) {
            columns.add(new ColumnSpecification(name, Type.INT, true, Optional.empty(), Optional.empty()));
        }
        columns.addAll(ColumnSpecification.ofSeries(measure.groupBy()));
        return columns;
    }
}
