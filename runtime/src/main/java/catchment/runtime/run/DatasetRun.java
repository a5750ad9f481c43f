package catchment.runtime.run;

import catchment.compiler.definition.ColumnSpecification;
import catchment.compiler.definition.DatasetDefinition;
import catchment.dialects.write.Programs;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.runtime.RunException;
import catchment.runtime.data.FileTable;
import catchment.runtime.data.InlineFiles;
import catchment.runtime.data.TableDirectory;
import catchment.runtime.data.TableReader;
import catchment.runtime.data.UsedTables;
import catchment.runtime.tables.ResultTable;
import catchment.runtime.tables.RowOrder;
import catchment.runtime.tables.RowStream;
import catchment.runtime.tables.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Runs a dataset definition from its data to its output. */
public final class DatasetRun {
    private final RunRequest request;
    private final SqlPlanner planner;
    private final List<Diagnostic> diagnostics;

    private DatasetRun(RunRequest request, SqlPlanner planner, List<Diagnostic> diagnostics) {
        this.request = request;
        this.planner = planner;
        this.diagnostics = diagnostics;
    }

    /**
     * Runs a definition. Whatever goes wrong for a reason of the user's or the machine's is in the outcome, not thrown; then no output was written. An interruption
     * of the calling thread stops the run.
     */
    public static RunOutcome run(RunRequest request) {
        return run(request, Programs::of);
    }

    /** The names of the output tables of a definition, the dataset's first. */
    public static Set<String> outputTables(DatasetDefinition dataset) {
        return Results.tables(dataset).keySet();
    }

    static RunOutcome run(RunRequest request, SqlPlanner planner) {
        return RunThread.outcome("dataset run", request.cancellation(), diagnostics -> new DatasetRun(request, planner, diagnostics).rows());
    }

    private Map<String, Long> rows() throws RunException {
        Optional<Diagnostic> wrongOutput = request.output().fault(Results.tables(request.dataset()).keySet());
        if (wrongOutput.isPresent()) {
            diagnostics.add(wrongOutput.get());
            return Map.of();
        }
        if (request.source() instanceof DataSource.DummyDataFile file) {
            return rewrite(file.path());
        }
        InlineFiles<DatasetDefinition> inline = InlineFiles.read(request.dataset(), request.spans(), request.workingDirectory());
        diagnostics.addAll(inline.diagnostics());
        DatasetDefinition dataset = inline.definition();
        SourceTables tables =
                new SourceTables(request.source(), UsedTables.of(dataset.roots()), request.workingDirectory(), diagnostics::add);
        try (OpenEngine engine = OpenEngine.open(request.engine(), tables, request.cancellation())) {
            return failed() ? Map.of() : write(output -> engine.answer(dataset, request.spans(), planner, request.progress(), sink(output)));
        }
    }

    private static OpenEngine.TableSink sink(Results output) {
        return new OpenEngine.TableSink() {
            @Override
            public void rows(String table, RowStream rows) throws RunException {
                output.write(table, rows);
            }

            @Override
            public void again() {
                output.again();
            }
        };
    }

    private interface Writing {
        void into(Results output) throws RunException;
    }

    private Map<String, Long> write(Writing rows) throws RunException {
        try (Results output = new Results(request)) {
            rows.into(output);
            return output.commit();
        }
    }

    private boolean failed() {
        return diagnostics.stream().anyMatch(Diagnostic::isError);
    }

    /** Checks a finished output, and writes it again as it is asked for. */
    private Map<String, Long> rewrite(Path path) throws RunException {
        Map<String, List<ColumnSpecification>> columns = Results.tables(request.dataset());
        List<FileTable> wanted = columns.entrySet().stream()
                .map(table -> FileTable.output(table.getKey(), table.getKey().equals("dataset"), table.getValue()))
                .toList();
        TableDirectory found = TableDirectory.findOutput(path, wanted, request.workingDirectory());
        diagnostics.addAll(found.diagnostics());
        List<ResultTable> results = new ArrayList<>();
        found.files().forEach((table, file) -> results.add(sorted(table.name(), columns.get(table.name()), TableReader.table(file, table, diagnostics::add))));
        return failed() ? Map.of() : write(output -> {
            for (ResultTable result : results) {
                output.write(result.name(), RowStream.of(result));
            }
        });
    }

    private static ResultTable sorted(String name, List<ColumnSpecification> columns, Table table) {
        List<List<Object>> rows = new ArrayList<>(table.rows().size());
        for (Table.Row row : table.rows()) {
            List<Object> values = new ArrayList<>(row.values());
            values.addFirst(row.patientId());
            rows.add(values);
        }
        rows.sort(RowOrder.BY_ALL_COLUMNS);
        return new ResultTable(name, columns, rows);
    }
}
