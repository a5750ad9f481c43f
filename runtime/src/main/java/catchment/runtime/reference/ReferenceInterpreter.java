package catchment.runtime.reference;

import catchment.compiler.definition.ColumnSpecification;
import catchment.compiler.definition.DatasetDefinition;
import catchment.compiler.meaning.Comparison;
import catchment.compiler.model.Frame;
import catchment.compiler.model.Graph;
import catchment.compiler.model.InlinePatientTable;
import catchment.compiler.model.Node;
import catchment.compiler.model.PickOneRowPerPatient;
import catchment.compiler.model.SelectColumn;
import catchment.compiler.model.SelectPatientTable;
import catchment.compiler.model.SelectTable;
import catchment.compiler.model.Series;
import catchment.compiler.model.SeriesCollection;
import catchment.runtime.tables.ResultTable;
import catchment.runtime.tables.RowOrder;
import catchment.runtime.tables.Tables;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs a definition on tables in memory. Every patient is whoever has a row in any table or inline table used anywhere in the definition.
 *
 * <p>Inline tables that are read from files must have been replaced by their rows, see {@code catchment.runtime.data}.
 */
public final class ReferenceInterpreter {
    /** So many patients at a time: a long case keeps a value for each of its thousands of conditions. */
    static final int BATCH = 500;

    private final DatasetDefinition dataset;
    private final List<Node> nodes;
    private final List<Frame> leaves;
    private final Map<PickOneRowPerPatient, List<Series>> orders;

    /** An interpreter of this definition, to be used for any number of runs. */
    public ReferenceInterpreter(DatasetDefinition dataset) {
        this.dataset = dataset;
        List<Node> own = Graph.postOrder(dataset.roots());
        this.orders = PickOrder.of(own);
        this.nodes = withTieColumns(dataset.roots(), orders);
        this.leaves = leaves(own);
    }

    /** All nodes that the roots need, in the order of evaluation: the columns that ties go by stand before the picks, which do not know them as children. */
    static List<Node> withTieColumns(Collection<? extends Node> roots, Map<PickOneRowPerPatient, List<Series>> orders) {
        List<Node> all = new ArrayList<>();
        for (Node node : Graph.postOrder(roots)) {
            if (node instanceof PickOneRowPerPatient pick) {
                orders.get(pick).stream()
                        .filter(key -> key instanceof SelectColumn column && column.source() instanceof SelectTable)
                        .forEach(all::add);
            }
        }
        all.addAll(roots);
        return Graph.postOrder(all);
    }

    static List<Frame> leaves(Collection<Node> nodes) {
        List<Frame> found = new ArrayList<>();
        for (Node node : nodes) {
            if (node instanceof SelectTable || node instanceof SelectPatientTable || node instanceof InlinePatientTable) {
                found.add((Frame) node);
            }
        }
        return found;
    }

    /** The output tables: {@code dataset}, then the event tables in order of definition. */
    public List<ResultTable> run(Tables tables) {
        List<List<Object>> patients = new ArrayList<>();
        Map<String, List<List<Object>>> events = new LinkedHashMap<>();
        dataset.events().keySet().forEach(name -> events.put(name, new ArrayList<>()));
        for (Batch batch : Batch.of(leaves, tables, BATCH)) {
            Evaluation evaluation = new Evaluation(batch, orders, Map.of()).evaluate(nodes);
            List<Boolean> in = population(batch, evaluation);
            patients.addAll(patientRows(batch, evaluation, in));
            dataset.events().forEach((name, table) -> events.get(name).addAll(eventRows(table, batch, evaluation, in)));
        }
        List<ResultTable> results = new ArrayList<>();
        results.add(new ResultTable("dataset", ColumnSpecification.of(dataset.variables()), patients));
        dataset.events().forEach((name, table) ->
                results.add(new ResultTable(name, ColumnSpecification.of(table.members()), events.get(name))));
        return results;
    }

    /**
     * The values of some patient series for everybody with a row in any table that the definition or one of the series uses. Ties go by what the definition
     * selects, whatever the series select besides.
     *
     * @param series patient series, of the definition or not
     */
    public PatientValues values(Tables tables, List<Series> series) {
        return values(tables, series, Map.of());
    }

    /**
     * The same where the definition has parameters.
     *
     * @param parameters their values, by name
     */
    public PatientValues values(Tables tables, List<Series> series, Map<String, Object> parameters) {
        List<Long> patients = new ArrayList<>();
        List<List<Object>> values = new ArrayList<>();
        evaluate(tables, series, parameters, (batch, evaluation) -> {
            for (int patient = 0; patient < batch.patientCount(); patient++) {
                patients.add(batch.patientId(patient));
                values.add(row(series, evaluation, patient, -1));
            }
        });
        return new PatientValues(patients, values);
    }

    /** The rows of an event-level table for everybody, whoever is in the population, in the order of the table that they come from. */
    public List<EventRow> rows(Tables tables, SeriesCollection collection) {
        Frame frame = collection.domain().rows().orElseThrow();
        List<EventRow> rows = new ArrayList<>();
        evaluate(tables, List.of(collection), Map.of(), (batch, evaluation) -> {
            for (int row : evaluation.rows(frame)) {
                int patient = evaluation.patient(frame, row);
                rows.add(new EventRow(
                        batch.patientId(patient), batch.rows(frame.table()).rows()[row] + 1, row(collection.members().values(), evaluation, patient, row)));
            }
        });
        return rows;
    }

    private interface Visitor {
        void visit(Batch batch, Evaluation evaluation);
    }

    private void evaluate(Tables tables, List<? extends Node> wanted, Map<String, Object> parameters, Visitor visitor) {
        List<Node> roots = new ArrayList<>(nodes);
        roots.addAll(wanted);
        List<Node> all = Graph.postOrder(roots);
        Map<PickOneRowPerPatient, List<Series>> allOrders = new IdentityHashMap<>(PickOrder.of(all));
        allOrders.putAll(orders);
        List<Node> order = withTieColumns(wanted, allOrders);
        for (Batch batch : Batch.of(leaves(all), tables, BATCH)) {
            visitor.visit(batch, new Evaluation(batch, allOrders, parameters).evaluate(order));
        }
    }

    /**
     * A row of an event-level table.
     *
     * @param patient whose
     * @param number which row of the table it comes from, from 1
     * @param values one for each member; null where missing
     */
    public record EventRow(long patient, int number, List<Object> values) {}

    /**
     * Values for each patient.
     *
     * @param patients ascending
     * @param values for each patient, one for each series; null where missing
     */
    public record PatientValues(List<Long> patients, List<List<Object>> values) {}

    private List<Boolean> population(Batch batch, Evaluation evaluation) {
        List<Boolean> in = new ArrayList<>();
        for (int patient = 0; patient < batch.patientCount(); patient++) {
            in.add(Boolean.TRUE.equals(evaluation.value(dataset.population(), patient, -1)));
        }
        return in;
    }

    private List<List<Object>> patientRows(Batch batch, Evaluation evaluation, List<Boolean> in) {
        List<List<Object>> rows = new ArrayList<>();
        for (int patient = 0; patient < batch.patientCount(); patient++) {
            if (in.get(patient)) {
                List<Object> row = row(dataset.variables().values(), evaluation, patient, -1);
                row.addFirst(batch.patientId(patient));
                rows.add(row);
            }
        }
        return rows;
    }

    private static List<List<Object>> eventRows(SeriesCollection table, Batch batch, Evaluation evaluation, List<Boolean> in) {
        Frame frame = table.domain().rows().orElseThrow();
        List<List<Object>> rows = new ArrayList<>();
        for (int row : evaluation.rows(frame)) {
            int patient = evaluation.patient(frame, row);
            if (in.get(patient)) {
                List<Object> values = row(table.members().values(), evaluation, patient, row);
                values.addFirst(batch.patientId(patient));
                rows.add(values);
            }
        }
        rows.sort(RowOrder.BY_ALL_COLUMNS);
        return rows;
    }

    private static List<Object> row(Collection<Series> series, Evaluation evaluation, int patient, int row) {
        List<Object> values = new ArrayList<>(series.size() + 1);
        for (Series one : series) {
            values.add(Comparison.key(evaluation.value(one, patient, row)));
        }
        return values;
    }
}
