package catchment.spec.generate;

import catchment.compiler.definition.DatasetDefinition;
import catchment.compiler.definition.DummyDataSettings;
import catchment.compiler.definition.MeasuresDefinition;
import catchment.compiler.definition.MeasuresDefinition.Interval;
import catchment.compiler.definition.MeasuresDefinition.Measure;
import catchment.compiler.model.Exists;
import catchment.compiler.model.Function;
import catchment.compiler.model.Graph;
import catchment.compiler.model.InlinePatientTable;
import catchment.compiler.model.InlineRows;
import catchment.compiler.model.Node;
import catchment.compiler.model.Operator;
import catchment.compiler.model.Parameter;
import catchment.compiler.model.Replacement;
import catchment.compiler.model.SelectPatientTable;
import catchment.compiler.model.SelectTable;
import catchment.compiler.model.Series;
import catchment.compiler.model.Type;
import catchment.compiler.model.Value;
import catchment.runtime.reference.ReferenceInterpreter;
import catchment.runtime.tables.Table;
import catchment.runtime.tables.Tables;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Measures by their meaning, and by nothing that a planner does: for each interval, and all measures with one denominator and one list of intervals, a dataset
 * whose population is the denominator; its rows are added up here.
 */
final class IntervalByInterval {
    private final MeasuresDefinition definition;
    private final Tables tables;
    private final Series everybody;

    IntervalByInterval(MeasuresDefinition definition, Tables tables) {
        this.definition = definition;
        this.tables = tables;
        this.everybody = everybody();
    }

    /** For each measure its rows, in any order: interval, numerator, denominator, groups. */
    Map<String, Set<List<Object>>> rows() {
        Map<List<Object>, List<Measure>> batches = new LinkedHashMap<>();
        for (Measure measure : definition.measures()) {
            batches.computeIfAbsent(List.of(measure.denominator(), measure.intervals()), _ -> new ArrayList<>()).add(measure);
        }
        Map<String, Set<List<Object>>> rows = new HashMap<>();
        definition.measures().forEach(measure -> rows.put(measure.name(), new LinkedHashSet<>()));
        batches.values().forEach(batch -> {
            List<Interval> intervals = batch.getFirst().intervals();
            for (int i = 0; i < intervals.size(); i++) {
                add(batch, intervals.get(i), i, rows);
            }
        });
        return rows;
    }

    private void add(List<Measure> batch, Interval interval, long number, Map<String, Set<List<Object>>> rows) {
        Set<Series> wanted = new LinkedHashSet<>(List.of(batch.getFirst().denominator()));
        batch.forEach(measure -> wanted.add(measure.numerator()));
        batch.forEach(measure -> wanted.addAll(measure.groupBy().values()));
        Map<Node, Node> became = Replacement.of(wanted, node -> node instanceof Parameter parameter ? bound(parameter, interval) : node);
        List<Series> columns = List.copyOf(wanted);
        Map<String, Series> variables = new LinkedHashMap<>();
        columns.forEach(series -> variables.put("v" + variables.size(), (Series) became.get(series)));
        variables.put("everybody", everybody);
        Series denominator = variables.get("v0");
        Series population = denominator.type() == Type.BOOL
                ? denominator
                : new Function(Operator.GT, List.of(denominator, new Value(0L, Type.INT)));
        DatasetDefinition dataset = new DatasetDefinition(population, variables, Map.of(), DummyDataSettings.DATASET_DEFAULT);
        List<List<Object>> patients = new ReferenceInterpreter(dataset).run(tables).getFirst().rows();
        for (Measure measure : batch) {
            Map<List<Object>, BigInteger[]> sums = new LinkedHashMap<>();
            for (List<Object> patient : patients) {
                List<Object> group = new ArrayList<>();
                measure.groupBy().values().forEach(series -> group.add(key(patient.get(1 + columns.indexOf(series)))));
                BigInteger[] sum = sums.computeIfAbsent(group, _ -> new BigInteger[] {BigInteger.ZERO, BigInteger.ZERO});
                sum[0] = sum[0].add(whole(patient.get(1 + columns.indexOf(measure.numerator()))));
                sum[1] = sum[1].add(whole(patient.get(1)));
            }
            sums.forEach((group, sum) -> {
                List<Object> row = new ArrayList<>(Arrays.asList(number, narrow(sum[0]), narrow(sum[1])));
                row.addAll(group);
                rows.get(measure.name()).add(row);
            });
        }
    }

    /** The last day as a sum, so that no pick up to the first day and no other with a date written out becomes one with it. */
    private static Node bound(Parameter parameter, Interval interval) {
        boolean first = parameter.name().equals("interval_start_date");
        Value day = new Value(first ? interval.start() : interval.end().minusDays(1), Type.DATE);
        return new Function(Operator.DATE_ADD_DAYS, List.of(day, new Value(first ? 0L : 1L, Type.INT)));
    }

    private static BigInteger whole(Object value) {
        return switch (value) {
            case null -> BigInteger.ZERO;
            case Boolean truth -> truth ? BigInteger.ONE : BigInteger.ZERO;
            default -> BigInteger.valueOf((Long) value);
        };
    }

    private static Object narrow(BigInteger sum) {
        return sum.bitLength() < Long.SIZE ? (Object) sum.longValue() : null;
    }

    /** Zero and minus zero are one group. */
    static Object key(Object value) {
        return value instanceof Double real && real == 0 ? (Object) 0.0 : value;
    }

    /** Something that asks for whoever has a row in any table of the definition, so that each dataset knows them. */
    private Series everybody() {
        List<Node> roots = new ArrayList<>();
        for (Measure measure : definition.measures()) {
            roots.addAll(List.of(measure.numerator(), measure.denominator()));
            roots.addAll(measure.groupBy().values());
        }
        Set<Long> patients = new TreeSet<>();
        for (Node node : Graph.postOrder(roots)) {
            switch (node) {
                case SelectTable table -> patients.addAll(patients(table.definition().name()));
                case SelectPatientTable table -> patients.addAll(patients(table.definition().name()));
                case InlinePatientTable table when table.rows() instanceof InlineRows.Written written ->
                    written.rows().forEach(row -> patients.add((Long) row.getFirst()));
                default -> {}
            }
        }
        List<List<Object>> rows = new ArrayList<>();
        for (Long patient : patients) {
            List<Object> row = new ArrayList<>(List.of(patient));
            RandomTables.definition("everybody").schema().columns().forEach(_ -> row.add(null));
            rows.add(row);
        }
        return new Exists(new InlinePatientTable(RandomTables.definition("everybody"), new InlineRows.Written(rows)));
    }

    private List<Long> patients(String table) {
        return tables.byName().get(table).rows().stream().map(Table.Row::patientId).toList();
    }
}
