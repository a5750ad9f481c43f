package catchment.runtime.dummy;

import catchment.compiler.definition.MeasuresDefinition.Interval;
import catchment.compiler.model.Chains;
import catchment.compiler.model.Graph;
import catchment.compiler.model.InlinePatientTable;
import catchment.compiler.model.InlineRows;
import catchment.compiler.model.Node;
import catchment.compiler.model.Operator;
import catchment.compiler.model.PickOneRowPerPatient;
import catchment.compiler.model.Series;
import catchment.compiler.model.TableSchema;
import catchment.runtime.reference.PickOrder;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What does not change from patient to patient: the tables that are read, the values that are spoken of, the order of picks, the conditions of each cohort. */
final class Study {
    private final DummyDataRequest request;
    private final Vocabulary vocabulary;
    private final SortedMap<String, UsedTable> tables;
    private final Map<PickOneRowPerPatient, List<Series>> orders;
    private final Map<InlinePatientTable, Map<Long, List<Object>>> inline = new IdentityHashMap<>();
    private final Map<InlinePatientTable, Set<List<Object>>> inlineRows = new IdentityHashMap<>();
    private final List<List<Series>> conditions;
    private final List<List<PickOneRowPerPatient>> conditionPicks;
    private final Dependence dependence;
    private final List<PickChains.Chain> chains;
    private final Law law;
    private final Inclusion inclusion;

    Study(DummyDataRequest request) {
        this.request = request;
        List<Node> nodes = Graph.postOrder(request.roots());
        this.vocabulary = Vocabulary.of(nodes);
        this.tables = UsedTable.of(nodes, vocabulary);
        this.orders = PickOrder.of(nodes);
        nodes.stream().filter(InlinePatientTable.class::isInstance).map(InlinePatientTable.class::cast).forEach(table -> inline.put(table, rows(table)));
        inline.forEach((table, rows) -> inlineRows.put(table, new LinkedHashSet<>(rows.values())));
        this.dependence = Dependence.of(nodes);
        this.chains = PickChains.of(nodes);
        this.law = new Law(this);
        this.inclusion = new Inclusion(nodes, law);
        this.conditions = request.cohorts().stream().map(this::conditions).toList();
        this.conditionPicks = conditions.stream().map(all -> PickChains.picks(Graph.postOrder(all))).toList();
    }

    private List<Series> conditions(Cohort cohort) {
        List<Series> all = new ArrayList<>(Chains.operands(cohort.condition(), Operator.AND));
        request.additionalConstraint().ifPresent(constraint -> all.addAll(Chains.operands(constraint, Operator.AND)));
        return dependence.simplestFirst(all);
    }

    private static Map<Long, List<Object>> rows(InlinePatientTable table) {
        Map<Long, List<Object>> byPatient = new LinkedHashMap<>();
        switch (table.rows()) {
            case InlineRows.Written written -> written.rows().forEach(row -> byPatient.put((Long) row.getFirst(), row.subList(1, row.size())));
            case InlineRows.File file -> throw new IllegalStateException(file.path() + " was not read before");
        }
        return byPatient;
    }

    DummyDataRequest request() {
        return request;
    }

    /** Every node that a cohort shows, children before parents. */
    List<Node> nodes(int cohort) {
        List<Node> roots = new ArrayList<>(request.cohorts().get(cohort).roots());
        roots.addAll(request.events().values());
        return Graph.postOrder(roots);
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

    /** The different rows of an inline table, each without {@code patient_id}. */
    Set<List<Object>> inline(InlinePatientTable table) {
        return inlineRows.get(table);
    }

    /** Where such a row has the column of that name. */
    static int index(InlinePatientTable table, String column) {
        return table.schema().columns().stream().map(TableSchema.Column::name).toList().indexOf(column);
    }

    /** Which frames have all the rows of another. */
    Inclusion inclusion() {
        return inclusion;
    }

    /** What the rules of the tables allow. */
    Law law() {
        return law;
    }

    /** The patients of inline tables, ascending: they come first. */
    List<Long> inlinePatients() {
        TreeSet<Long> patients = new TreeSet<>();
        inline.values().forEach(rows -> patients.addAll(rows.keySet()));
        return List.copyOf(patients);
    }

    /** What must all be true of a patient of a cohort, those that depend on least first. */
    List<Series> conditions(int cohort) {
        return conditions.get(cohort);
    }

    /**
     * What the patient of that number is made for: cohorts take turns, and the intervals of a cohort too, in leaps, so that a few patients see all of the time.
     *
     * @param cohort the number of the cohort
     * @param number the number of the patient in the cohort
     */
    Aim aim(int cohort, long number) {
        List<Interval> intervals = request.cohorts().get(cohort).intervals();
        if (intervals.isEmpty()) {
            return new Aim(cohort, Map.of());
        }
        int leap = leap(intervals.size());
        Interval interval = intervals.get((int) (number % intervals.size() * leap % intervals.size()));
        return new Aim(cohort, Map.of("interval_start_date", interval.start(), "interval_end_date", interval.end()));
    }

    /** About two thirds of so many, without a common divisor, so that all are visited. */
    private static int leap(int size) {
        int leap = Math.max(1, (int) (size * 0.62));
        while (BigInteger.valueOf(leap).gcd(BigInteger.valueOf(size)).intValue() > 1) {
            leap++;
        }
        return leap;
    }

    /** Long chains of picks, the longest first. */
    List<PickChains.Chain> chains() {
        return chains;
    }

    /** Picks in long chains that the conditions of a cohort speak of, each after those that it depends on. */
    List<PickOneRowPerPatient> conditionPicks(int cohort) {
        return conditionPicks.get(cohort);
    }

    Dependence dependence() {
        return dependence;
    }

    /** The last day that a date may be: today, or a later one that the definition names or measures. */
    LocalDate lastDay() {
        Optional<LocalDate> measured = request.cohorts().stream()
                .flatMap(cohort -> cohort.intervals().stream())
                .map(Interval::end)
                .max(Comparator.naturalOrder());
        return Stream.concat(vocabulary.latestDate().stream(), measured.stream()).max(Comparator.naturalOrder()).filter(date -> date.isAfter(request.today()) && date.getYear() < 2100).orElse(request.today());
    }
}
