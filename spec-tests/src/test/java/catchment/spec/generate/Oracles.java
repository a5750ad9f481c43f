package catchment.spec.generate;

import catchment.compiler.definition.DatasetDefinition;
import catchment.compiler.definition.DummyDataSettings;
import catchment.compiler.definition.Spans;
import catchment.compiler.model.Aggregate;
import catchment.compiler.model.Count;
import catchment.compiler.model.Function;
import catchment.compiler.model.Graph;
import catchment.compiler.model.InlinePatientTable;
import catchment.compiler.model.Operator;
import catchment.compiler.model.SelectColumn;
import catchment.compiler.model.SelectPatientTable;
import catchment.compiler.model.SelectTable;
import catchment.compiler.model.Series;
import catchment.compiler.model.SeriesCollection;
import catchment.dialects.spi.Dialect;
import catchment.dialects.write.Programs;
import catchment.runtime.RunException;
import catchment.runtime.tables.Table;
import catchment.runtime.tables.Tables;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What must hold of one engine's rows whatever the definition: it is not compared with another engine, but with itself on a definition, or on records, of which
 * one knows how the rows must change.
 *
 * @param whole holds all records
 * @param shards hold those of half of the patients each
 */
record Oracles(LoadedEngine whole, List<LoadedEngine> shards) {
    private static final Dialect PLAIN = new PlainDuckDb();

    /** The records of every second patient. */
    static Tables half(Tables tables, int which) {
        Map<String, Table> halves = new LinkedHashMap<>();
        tables.byName().forEach((name, table) ->
                halves.put(name, new Table(table.columns(), table.rows().stream().filter(row -> row.patientId() % 2 == which).toList())));
        return new Tables(halves);
    }

    /** What does not hold; empty if all does. */
    Optional<String> fault(long seed) throws RunException {
        DatasetDefinition study = RandomStudy.ofSeed(seed);
        Series more = RandomStudy.ofSeed(seed + 1).population();
        List<List<List<Object>>> rows = rows(whole, study);
        return different("without sharing or shortening", rows, whole.results(Programs.of(study, new Spans(), PLAIN)))
                .or(() -> tried(() -> different("renamed", rows, rows(whole, renamed(study)))))
                .or(() -> tried(() -> different("in another order", rows, reversed(study, rows(whole, reordered(study))))))
                .or(() -> tried(() -> different("beside unrelated variables", rows, narrowed(study, rows(whole, widened(study))))))
                .or(() -> tried(() -> different("p, not p and p is null", rows(whole, population(study, everybody(study))), split(study))))
                .or(() -> tried(() -> conjunct(study, more)))
                .or(() -> tried(() -> sharded(study, rows)));
    }

    private interface Trial {
        Optional<String> run() throws RunException;
    }

    private static Optional<String> tried(Trial trial) {
        try {
            return trial.run();
        } catch (RunException fault) {
            return Optional.of(fault.getMessage());
        }
    }

    private static List<List<List<Object>>> rows(LoadedEngine engine, DatasetDefinition dataset) throws RunException {
        return engine.results(Programs.of(dataset, new Spans(), engine.dialect()));
    }

    private static Optional<String> different(String how, List<List<List<Object>>> rows, List<List<List<Object>>> others) {
        boolean same = rows.size() == others.size();
        for (int i = 0; same && i < rows.size(); i++) {
            same = Agreement.alike(rows.get(i), others.get(i));
        }
        return same ? Optional.empty() : Optional.of(how + ":\n" + rows + "\n" + others);
    }

    // The same definition, written otherwise

    /** A dataset in which equal nodes are one. */
    private static DatasetDefinition dataset(Series population, Map<String, Series> variables, Map<String, SeriesCollection> events) {
        return RandomStudy.together(List.of(new DatasetDefinition(population, variables, events, DummyDataSettings.DATASET_DEFAULT)));
    }

    private static DatasetDefinition renamed(DatasetDefinition study) {
        Map<String, Series> variables = new LinkedHashMap<>();
        study.variables().forEach((name, series) -> variables.put("a_" + (100 - variables.size()) + "_" + name, series));
        return dataset(study.population(), variables, study.events());
    }

    private static DatasetDefinition reordered(DatasetDefinition study) {
        Map<String, Series> variables = new LinkedHashMap<>();
        List<String> names = new ArrayList<>(study.variables().keySet());
        names.reversed().forEach(name -> variables.put(name, study.variables().get(name)));
        return dataset(study.population(), variables, study.events());
    }

    private static List<List<List<Object>>> reversed(DatasetDefinition study, List<List<List<Object>>> results) {
        List<List<List<Object>>> back = new ArrayList<>(results);
        int size = study.variables().size();
        back.set(0, results.getFirst().stream().map(row -> {
            List<Object> turned = new ArrayList<>(row.subList(0, 1));
            turned.addAll(row.subList(1, size + 1).reversed());
            return turned;
        }).toList());
        return back;
    }

    /** With variables that select nothing from any pick, of tables that are used already, so that nobody else is known. */
    private static DatasetDefinition widened(DatasetDefinition study) {
        Map<String, Series> variables = new LinkedHashMap<>(study.variables());
        Graph.postOrder(study.roots()).forEach(node -> {
            switch (node) {
                case SelectTable table -> {
                    variables.put("more_" + variables.size(), new Count(table));
                    variables.put("more_" + variables.size(), new Aggregate(
                            Aggregate.Kind.MAX, new SelectColumn(table, "i")));
                }
                case SelectPatientTable table -> variables.put("more_" + variables.size(), new SelectColumn(table, "s"));
                default -> {}
            }
        });
        return dataset(study.population(), variables, study.events());
    }

    private static List<List<List<Object>>> narrowed(DatasetDefinition study, List<List<List<Object>>> results) {
        List<List<List<Object>>> less = new ArrayList<>(results);
        less.set(0, results.getFirst().stream().map(row -> row.subList(0, study.variables().size() + 1)).toList());
        return less;
    }

    // Other populations, of the same definition

    private static DatasetDefinition population(DatasetDefinition study, Series population) {
        return dataset(population, study.variables(), study.events());
    }

    private static Series everybody(DatasetDefinition study) {
        Series missing = call(Operator.IS_NULL, study.population());
        return call(Operator.OR, missing, call(Operator.NOT, missing));
    }

    private static Series call(Operator operator, Series... operands) {
        return new Function(operator, List.of(operands));
    }

    private List<List<List<Object>>> split(DatasetDefinition study) throws RunException {
        Series p = study.population();
        List<List<List<List<Object>>>> parts = new ArrayList<>();
        for (Series part : List.of(p, call(Operator.NOT, p), call(Operator.IS_NULL, p))) {
            parts.add(rows(whole, population(study, part)));
        }
        return united(parts);
    }

    /** The rows of all parts in order of their patients, whose rows stay in their order. */
    private static List<List<List<Object>>> united(List<List<List<List<Object>>>> parts) {
        List<List<List<Object>>> united = new ArrayList<>();
        for (int i = 0; i < parts.getFirst().size(); i++) {
            int table = i;
            united.add(parts.stream().flatMap(part -> part.get(table).stream()).sorted(Comparator.comparing(row -> (Long) row.getFirst())).toList());
        }
        return united;
    }

    /** One more condition leaves some of the patients, whose rows stay as they are; the condition is a variable of both, so that each pick is of the same scope. */
    private Optional<String> conjunct(DatasetDefinition study, Series more) throws RunException {
        Map<String, Series> variables = new LinkedHashMap<>(study.variables());
        variables.put("more", more);
        List<List<Object>> before = rows(whole, dataset(study.population(), variables, study.events())).getFirst();
        List<List<Object>> after = rows(whole, dataset(call(Operator.AND, study.population(), more), variables, study.events())).getFirst();
        List<List<Object>> expected = before.stream().filter(row -> Boolean.TRUE.equals(row.getLast())).toList();
        return Agreement.alike(expected, after) ? Optional.empty() : Optional.of("one more conjunct:\n" + before + "\n" + after);
    }

    private Optional<String> sharded(DatasetDefinition study, List<List<List<Object>>> rows) throws RunException {
        if (Graph.postOrder(study.roots()).stream().anyMatch(InlinePatientTable.class::isInstance)) {
            // its rows are everywhere
            return Optional.empty();
        }
        List<List<List<List<Object>>>> parts = new ArrayList<>();
        for (LoadedEngine shard : shards) {
            parts.add(rows(shard, study));
        }
        return different("two shards", rows, united(parts));
    }
}
