package catchment.spec.kit;

import catchment.compiler.definition.ColumnSpecification;
import catchment.compiler.definition.DatasetDefinition;
import catchment.compiler.definition.DummyDataSettings;
import catchment.compiler.definition.Spans;
import catchment.compiler.model.Filter;
import catchment.compiler.model.Function;
import catchment.compiler.model.Graph;
import catchment.compiler.model.InlinePatientTable;
import catchment.compiler.model.Node;
import catchment.compiler.model.Nodes;
import catchment.compiler.model.Operator;
import catchment.compiler.model.Replacement;
import catchment.compiler.model.SelectColumn;
import catchment.compiler.model.SelectPatientTable;
import catchment.compiler.model.SelectTable;
import catchment.compiler.model.Series;
import catchment.compiler.model.TableDefinition;
import catchment.compiler.model.TableSchema;
import catchment.compiler.model.Type;
import catchment.compiler.model.Value;
import catchment.runtime.tables.ResultTable;
import catchment.runtime.tables.Table;
import catchment.runtime.tables.Tables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Many cases in one definition, for an engine on which each statement is slow. The cases' patients share the tables, each case with numbers of its own, and a
 * table more says whose patient is whose. Rows of events are kept to their case before anything else, so that no two cases have a node of rows in common: a pick
 * breaks ties by the columns that are selected from it, and must not do so by another case's.
 *
 * <p>A case fits with others if it gives no event tables, writes no rows of its own, is not large, has patients whose numbers leave room, and nobody else means
 * another table by the same name.
 */
final class CaseBatch {
    private static final long PATIENTS = 1_000_000;
    private static final int MOST_NODES = 250;
    private static final TableDefinition CASES = new TableDefinition(
            "spec", "spec_cases", "spec_cases",
            new TableSchema(List.of(new TableSchema.Column("number", Type.INT, List.of(), List.of()))),
            Optional.empty(), new TableDefinition.Activation.None());

    /**
     * What a case means by a table.
     *
     * @param ofPatients whether a patient has one row at most
     */
    private record Meant(TableDefinition definition, boolean ofPatients) {}

    private final Map<String, Meant> meant = new LinkedHashMap<>();
    private final List<CaseRun.Prepared> members = new ArrayList<>();

    /** True if the case can be run with others at all. */
    static boolean isSociable(CaseRun.Prepared one) {
        List<Node> nodes = Graph.postOrder(one.dataset().roots());
        return one.dataset().events().isEmpty()
                && nodes.size() <= MOST_NODES
                && nodes.stream().noneMatch(InlinePatientTable.class::isInstance)
                && one.tables().byName().values().stream()
                        .flatMap(table -> table.rows().stream())
                        .allMatch(row -> row.patientId() >= 0 && row.patientId() < PATIENTS);
    }

    /** Takes a case in, unless it does not fit with those that are there. */
    boolean add(CaseRun.Prepared one) {
        Map<String, Meant> wanted = new LinkedHashMap<>();
        for (Node node : Graph.postOrder(one.dataset().roots())) {
            meant(node).ifPresent(table -> wanted.put(table.definition().name().toLowerCase(Locale.ROOT), table));
        }
        if (wanted.entrySet().stream().anyMatch(entry -> !meant.getOrDefault(entry.getKey(), entry.getValue()).equals(entry.getValue()))) {
            return false;
        }
        meant.putAll(wanted);
        members.add(one);
        return true;
    }

    int size() {
        return members.size();
    }

    /** The result of each case, in order of their coming. */
    List<List<ResultTable>> on(SpecEngine engine) {
        List<ResultTable> whole = engine.run(dataset(), new Spans(), tables());
        List<List<ResultTable>> results = new ArrayList<>();
        int first = 1;
        for (int number = 0; number < members.size(); number++) {
            Map<String, Series> variables = members.get(number).dataset().variables();
            List<List<Object>> rows = new ArrayList<>();
            for (List<Object> row : whole.getFirst().rows()) {
                long patient = (Long) row.getFirst();
                if (Math.floorDiv(patient, PATIENTS) == number) {
                    List<Object> own = new ArrayList<>(List.of(patient - number * PATIENTS));
                    own.addAll(row.subList(first, first + variables.size()));
                    rows.add(own);
                }
            }
            results.add(List.of(new ResultTable("dataset", ColumnSpecification.of(variables), rows)));
            first += variables.size();
        }
        return results;
    }

    private DatasetDefinition dataset() {
        Nodes nodes = new Nodes();
        SelectPatientTable cases = nodes.intern(new SelectPatientTable(CASES));
        Series number = nodes.intern(new SelectColumn(cases, "number"));
        Optional<Series> population = Optional.empty();
        Map<String, Series> variables = new LinkedHashMap<>();
        for (int i = 0; i < members.size(); i++) {
            DatasetDefinition dataset = members.get(i).dataset();
            Series value = nodes.intern(new Value((long) i, Type.INT));
            Series own = nodes.intern(new Function(Operator.EQ, List.of(number, value)));
            Map<Node, Node> became =
                    Replacement.of(dataset.roots(), (_, node) -> node instanceof SelectTable table ? new Filter(nodes.intern(table), own) : node, nodes);
            Series counted = nodes.intern(new Function(Operator.AND, List.of(own, (Series) became.get(dataset.population()))));
            population = Optional.of(population.isEmpty() ? counted : nodes.intern(new Function(Operator.OR, List.of(population.get(), counted))));
            String prefix = "c" + i + "_";
            dataset.variables().forEach((name, variable) -> variables.put(prefix + name, (Series) became.get(variable)));
        }
        return new DatasetDefinition(population.orElseThrow(), variables, Map.of(), DummyDataSettings.DATASET_DEFAULT);
    }

    private Tables tables() {
        Map<String, Table> tables = new LinkedHashMap<>();
        List<Table.Row> cases = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            long from = i * PATIENTS;
            TreeSet<Long> patients = new TreeSet<>();
            members.get(i).tables().byName().forEach((name, table) -> {
                List<Table.Row> rows = new ArrayList<>(tables.getOrDefault(name, new Table(table.columns(), List.of())).rows());
                for (Table.Row row : table.rows()) {
                    patients.add(from + row.patientId());
                    rows.add(new Table.Row(from + row.patientId(), row.values()));
                }
                tables.put(name, new Table(table.columns(), rows));
            });
            long number = i;
            patients.forEach(patient -> cases.add(new Table.Row(patient, List.of(number))));
        }
        tables.put(CASES.name(), new Table(List.of(new Table.Column("number", Type.INT)), cases));
        return new Tables(tables);
    }

    private static Optional<Meant> meant(Node node) {
        if (node instanceof SelectTable table) {
            return Optional.of(new Meant(table.definition(), false));
        }
        return node instanceof SelectPatientTable table ? Optional.of(new Meant(table.definition(), true)) : Optional.empty();
    }
}
