package catchment.runtime.run;

import catchment.compiler.definition.ColumnSpecification;
import catchment.compiler.definition.DatasetDefinition;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import catchment.runtime.Cancellation;
import catchment.runtime.RunException;
import catchment.runtime.data.FileTable;
import catchment.runtime.data.InlineFiles;
import catchment.runtime.data.TableDirectory;
import catchment.runtime.data.TableFile;
import catchment.runtime.data.TableReader;
import catchment.runtime.data.TablesInMemory;
import catchment.runtime.data.UsedTables;
import catchment.runtime.engine.DataLocation;
import catchment.runtime.engine.DuckDbEngine;
import catchment.runtime.engine.ProgramRunner;
import catchment.runtime.engine.RunCode;
import catchment.runtime.reference.ReferenceInterpreter;
import catchment.runtime.tables.ResultTable;
import catchment.runtime.tables.RowOrder;
import catchment.runtime.tables.RowStream;
import catchment.runtime.tables.Table;
import catchment.runtime.tables.Tables;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Runs a dataset definition from its data to its output. */
public final class DatasetRun {
    private final RunRequest request;
    private final SqlPlanner planner;
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    private DatasetRun(RunRequest request, SqlPlanner planner) {
        this.request = request;
        this.planner = planner;
    }

    /**
     * Runs a definition. Whatever goes wrong for a reason of the user's or the machine's is in the outcome, not thrown; then no output was written. An interruption
     * of the calling thread stops the run.
     */
    public static RunOutcome run(RunRequest request) {
        return run(request, new DialectPlanner(request.engine()));
    }

    static RunOutcome run(RunRequest request, SqlPlanner planner) {
        DatasetRun run = new DatasetRun(request, planner);
        AtomicReference<Map<String, Long>> counts = new AtomicReference<>(Map.of());
        AtomicReference<Throwable> fault = new AtomicReference<>();
        // The database does not notice an interruption: the calling thread stays free to hear it, and to stop the query.
        Thread worker = Thread.ofPlatform().name("dataset run").start(() -> {
            try {
                counts.set(run.rows());
            } catch (Throwable thrown) {
                fault.set(thrown);
            }
        });
        join(worker, request.cancellation());
        switch (fault.get()) {
            case null -> {}
            case RunException _ when request.cancellation().isCancelled() ->
                    // A database that is stopped says all kinds of things.
                    run.diagnostics.add(Diagnostic.error(RunCode.RUN_INTERRUPTED, Span.NONE, "the run was stopped"));
            case RunException stopped -> run.diagnostics.add(stopped.diagnostic());
            case RuntimeException ours -> throw ours;
            case Error ours -> throw ours;
            case Throwable other -> throw new IllegalStateException(other);
        }
        return new RunOutcome(run.diagnostics, counts.get());
    }

    private static void join(Thread worker, Cancellation cancellation) {
        boolean interrupted = false;
        while (true) {
            try {
                worker.join();
                break;
            } catch (InterruptedException stop) {
                interrupted = true;
                cancellation.cancel();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
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
        InlineFiles inline = InlineFiles.read(request.dataset(), request.spans(), request.workingDirectory());
        diagnostics.addAll(inline.diagnostics());
        return switch (request.engine()) {
            case REFERENCE -> reference(inline.dataset());
            case DUCKDB -> duckDb(inline.dataset());
        };
    }

    private Map<String, Long> reference(DatasetDefinition dataset) throws RunException {
        Tables tables = switch (request.source()) {
            case DataSource.MadeUp madeUp -> madeUp.tables();
            case DataSource.DummyTables dummy -> inMemory(dataset, dummy.folder());
            case DataSource.Records(DataLocation.TableFolder folder) -> inMemory(dataset, folder.path());
            case DataSource.Records(DataLocation.DuckDbFile _) ->
                    throw new RunException(RunCode.ENGINE_UNSUITED, "the engine `reference` reads files, not a database");
            case DataSource.DummyDataFile _ -> throw new IllegalStateException("rewritten, not run");
        };
        if (failed()) {
            return Map.of();
        }
        return write(new ReferenceInterpreter(dataset).run(tables));
    }

    private Map<String, Long> write(List<ResultTable> results) throws RunException {
        try (Results output = new Results(request)) {
            for (ResultTable result : results) {
                output.write(result.name(), RowStream.of(result));
            }
            return output.commit();
        }
    }

    private Map<String, Long> duckDb(DatasetDefinition dataset) throws RunException {
        List<FileTable> wanted = UsedTables.of(dataset.roots());
        try (DuckDbEngine engine = filled(wanted)) {
            if (failed()) {
                return Map.of();
            }
            try (Cancellation.Registration _ = request.cancellation().onCancel(engine.session()::cancel);
                    Results output = new Results(request)) {
                new ProgramRunner(engine.session(), request.progress())
                        .run(planner.program(dataset, request.spans()), (query, rows) -> output.write(query.name(), rows));
                return output.commit();
            }
        }
    }

    private DuckDbEngine filled(List<FileTable> wanted) throws RunException {
        if (request.source() instanceof DataSource.Records(DataLocation.DuckDbFile file)) {
            return DuckDbEngine.reading(file, wanted);
        }
        DuckDbEngine engine = DuckDbEngine.empty();
        try {
            switch (request.source()) {
                case DataSource.MadeUp madeUp -> engine.load(wanted, madeUp.tables());
                case DataSource.DummyTables dummy -> load(engine, wanted, dummy.folder());
                case DataSource.Records(DataLocation.TableFolder folder) -> load(engine, wanted, folder.path());
                case DataSource.Records(DataLocation.DuckDbFile _), DataSource.DummyDataFile _ -> throw new IllegalStateException("no tables to be loaded");
            }
            engine.shutOff();
            return engine;
        } catch (RunException unusable) {
            engine.close();
            throw unusable;
        }
    }

    private void load(DuckDbEngine engine, List<FileTable> wanted, Path folder) throws RunException {
        TableDirectory found = TableDirectory.find(folder, wanted, request.workingDirectory());
        diagnostics.addAll(found.diagnostics());
        for (Map.Entry<FileTable, TableFile> file : found.files().entrySet()) {
            diagnostics.addAll(engine.load(file.getKey(), file.getValue()));
        }
    }

    private Tables inMemory(DatasetDefinition dataset, Path folder) {
        return TablesInMemory.read(UsedTables.of(dataset.roots()), folder, request.workingDirectory(), diagnostics::add);
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
        return failed() ? Map.of() : write(results);
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
