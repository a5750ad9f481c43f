package catchment.spec.generate;

import catchment.compiler.definition.DatasetDefinition;
import catchment.compiler.definition.MeasuresDefinition;
import catchment.compiler.definition.Spans;
import catchment.dialects.program.SqlProgram;
import catchment.dialects.spi.Dialect;
import catchment.dialects.spi.Dialects;
import catchment.dialects.write.Programs;
import catchment.runtime.RunException;
import catchment.runtime.Progress;
import catchment.runtime.data.FileTable;
import catchment.runtime.engine.DuckDbEngine;
import catchment.runtime.engine.ProgramRunner;
import catchment.runtime.reference.ReferenceInterpreter;
import catchment.runtime.reference.ReferenceMeasures;
import catchment.runtime.tables.ResultTable;
import catchment.runtime.tables.Tables;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares what DuckDB and the reference interpreter say of a definition. */
final class Agreement implements AutoCloseable {
    private static final Dialect DUCKDB = Dialects.named("duckdb").orElseThrow();

    private final Tables tables;
    private final DuckDbEngine engine;

    Agreement(Tables tables) throws RunException {
        this.tables = tables;
        this.engine = DuckDbEngine.empty();
        List<FileTable> files = new ArrayList<>();
        tables.byName().keySet().forEach(name -> files.add(new FileTable(
                name, false, RandomTables.definition(name).schema().columns(), Set.of(), false)));
        engine.load(files, tables);
    }

    /** What differs; empty if nothing does. */
    Optional<String> difference(DatasetDefinition dataset) {
        return difference(new ReferenceInterpreter(dataset).run(tables), Programs.of(dataset, new Spans(), DUCKDB));
    }

    /** What differs between DuckDB, the reference interpreter, and the sums of a dataset for each interval; empty if nothing does. */
    Optional<String> difference(MeasuresDefinition measures) {
        List<ResultTable> expected = new ReferenceMeasures(measures).run(tables, Progress.NONE);
        Map<String, Set<List<Object>>> summed = new IntervalByInterval(measures, tables).rows();
        for (ResultTable table : expected) {
            Set<List<Object>> rows = new HashSet<>();
            table.rows().forEach(row -> rows.add(row.stream().map(IntervalByInterval::key).toList()));
            if (table.rows().size() != rows.size() || !rows.equals(summed.get(table.name()))) {
                return Optional.of(table.name() + ": " + table.rows() + ", interval by interval " + summed.get(table.name()));
            }
        }
        return difference(expected, Programs.of(measures, new Spans(), DUCKDB));
    }

    private Optional<String> difference(List<ResultTable> expected, SqlProgram program) {
        List<List<List<Object>>> actual;
        try {
            actual = results(program);
        } catch (RunException fault) {
            return Optional.of("does not run: " + fault.getMessage() + "\n" + text(program));
        }
        for (int i = 0; i < expected.size(); i++) {
            Optional<String> difference = difference(expected.get(i), actual.get(i));
            if (difference.isPresent()) {
                return Optional.of(difference.get() + "\n" + text(program));
            }
        }
        return Optional.empty();
    }

    private List<List<List<Object>>> results(SqlProgram program) throws RunException {
        List<List<List<Object>>> results = new ArrayList<>();
        new ProgramRunner(engine.session(), Progress.NONE).run(program, (query, rows) -> {
            List<List<Object>> found = new ArrayList<>();
            while (rows.next()) {
                List<Object> row = new ArrayList<>();
                for (int i = 0; i < query.columns().size(); i++) {
                    row.add(rows.value(i));
                }
                found.add(row);
            }
            results.add(found);
        });
        return results;
    }

    private static Optional<String> difference(ResultTable expected, List<List<Object>> actual) {
        if (expected.rows().size() != actual.size()) {
            return Optional.of(expected.name() + ": " + expected.rows().size() + " rows, DuckDB " + actual.size() + "\n" + expected.rows() + "\n" + actual);
        }
        for (int row = 0; row < actual.size(); row++) {
            for (int column = 0; column < expected.columns().size(); column++) {
                Object one = expected.rows().get(row).get(column);
                Object other = actual.get(row).get(column);
                if (!alike(one, other)) {
                    return Optional.of(expected.name() + " patient " + expected.rows().get(row).getFirst() + " column "
                            + expected.columns().get(column).name() + ": " + one + ", DuckDB " + other);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean alike(Object one, Object other) {
        if (one instanceof Double first && other instanceof Double second) {
            return Math.abs(first - second) <= 1e-9 * Math.max(Math.abs(first), Math.abs(second));
        }
        return java.util.Objects.equals(one, other);
    }

    private static String text(SqlProgram program) {
        StringBuilder text = new StringBuilder();
        program.data().forEach(data -> text.append(data).append('\n'));
        program.setup().forEach(statement -> text.append(statement.sql()).append(";\n\n"));
        program.results().forEach(result -> text.append(result.query().sql()).append(";\n\n"));
        return text.toString();
    }

    @Override
    public void close() {
        engine.close();
    }
}
