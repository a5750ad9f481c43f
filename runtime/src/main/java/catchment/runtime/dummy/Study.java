package catchment.runtime.dummy;

import catchment.compiler.model.Graph;
import catchment.compiler.model.InlinePatientTable;
import catchment.compiler.model.InlineRows;
import catchment.compiler.model.Node;
import catchment.compiler.model.Operator;
import catchment.compiler.model.PickOneRowPerPatient;
import catchment.compiler.model.Series;
import catchment.runtime.reference.PickOrder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;

/** What does not change from patient to patient: the tables that are read, the values that are spoken of, the order of picks, the conditions of the population. */
final class Study {
    private final DummyDataRequest request;
    private final List<Node> nodes;
    private final Vocabulary vocabulary;
    private final SortedMap<String, UsedTable> tables;
    private final Map<PickOneRowPerPatient, List<Series>> orders;
    private final Map<InlinePatientTable, Map<Long, List<Object>>> inline = new IdentityHashMap<>();
    private final List<Series> conditions;
    private final Dependence dependence;

    Study(DummyDataRequest request) {
        this.request = request;
        this.nodes = Graph.postOrder(request.roots());
        this.vocabulary = Vocabulary.of(nodes);
        this.tables = UsedTable.of(nodes, vocabulary);
        this.orders = PickOrder.of(nodes);
        nodes.stream().filter(InlinePatientTable.class::isInstance).map(InlinePatientTable.class::cast).forEach(table -> inline.put(table, rows(table)));
        this.dependence = Dependence.of(nodes);
        List<Series> all = new ArrayList<>(Connective.operands(request.population(), Operator.AND));
        request.additionalConstraint().ifPresent(constraint -> all.addAll(Connective.operands(constraint, Operator.AND)));
        this.conditions = dependence.simplestFirst(all);
    }

    private static Map<Long, List<Object>> rows(InlinePatientTable table) {
        Map<Long, List<Object>> byPatient = new HashMap<>();
        switch (table.rows()) {
            case InlineRows.Written written -> written.rows().forEach(row -> byPatient.put((Long) row.getFirst(), row.subList(1, row.size())));
            case InlineRows.File file -> throw new IllegalStateException(file.path() + " was not read before");
        }
        return byPatient;
    }

    DummyDataRequest request() {
        return request;
    }

    /** Every node there is, children before parents. */
    List<Node> nodes() {
        return nodes;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    SortedMap<String, UsedTable> tables() {
        return tables;
    }

    /** The keys that a pick goes by, the first deciding. */
    List<Series> order(PickOneRowPerPatient pick) {
        return orders.get(pick);
    }

    /** The row of an inline table for a patient, without {@code patient_id}. */
    Optional<List<Object>> inline(InlinePatientTable table, long patientId) {
        return Optional.ofNullable(inline.get(table).get(patientId));
    }

    /** The patients of inline tables, ascending: they come first. */
    List<Long> inlinePatients() {
        TreeSet<Long> patients = new TreeSet<>();
        inline.values().forEach(rows -> patients.addAll(rows.keySet()));
        return List.copyOf(patients);
    }

    /** What must all be true of a patient, those that depend on least first. */
    List<Series> conditions() {
        return conditions;
    }

    Dependence dependence() {
        return dependence;
    }

    /** The last day that a date may be: today, or a later one that the definition names. */
    LocalDate lastDay() {
        return vocabulary.latestDate().filter(date -> date.isAfter(request.today()) && date.getYear() < 2100).orElse(request.today());
    }
}
