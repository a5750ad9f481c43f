package catchment.runtime.run;

import catchment.compiler.definition.ColumnSpecification;
import catchment.compiler.definition.DatasetDefinition;
import catchment.runtime.Cancellation;
import catchment.runtime.Progress;
import catchment.runtime.RunException;
import catchment.runtime.engine.RunCode;
import catchment.runtime.output.ConsoleTable;
import catchment.runtime.output.OutputFiles;
import catchment.runtime.output.OutputTarget;
import catchment.runtime.tables.RowStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** The output of a run under way. */
final class Results implements AutoCloseable {
    private static final String DATASET = "dataset";

    private final Map<String, List<ColumnSpecification>> tables;
    private final ResumedLines console;
    private final boolean onConsole;
    private final OutputFiles files;
    private final Optional<Companion> companion;
    private final Progress progress;
    private final Cancellation cancellation;
    private final Map<String, Long> counts = new LinkedHashMap<>();

    Results(RunRequest request) {
        this(tables(request.dataset()), request.output(), request.console(), request.workingDirectory(), request.progress(), request.cancellation(), request.metadata(),
                request.companion());
    }

    Results(
            Map<String, List<ColumnSpecification>> tables,
            OutputTarget output,
            Consumer<String> console,
            Path workingDirectory,
            Progress progress,
            Cancellation cancellation,
            Map<String, String> metadata,
            Optional<Companion> companion) {
        this.tables = tables;
        this.console = new ResumedLines(console);
        this.onConsole = output instanceof OutputTarget.Console;
        this.files = new OutputFiles(output, workingDirectory, metadata);
        this.companion = companion;
        this.progress = progress;
        this.cancellation = cancellation;
    }

    /** The output tables of a definition with their columns, the dataset's first. */
    static Map<String, List<ColumnSpecification>> tables(DatasetDefinition dataset) {
        Map<String, List<ColumnSpecification>> tables = new LinkedHashMap<>();
        tables.put(DATASET, ColumnSpecification.of(dataset.variables()));
        dataset.events().forEach((name, table) -> tables.put(name, ColumnSpecification.of(table.members())));
        return tables;
    }

    /** All tables are written once more, from the first one on. */
    void again() {
        counts.clear();
        console.again();
        files.again();
    }

    /** Writes a table. */
    void write(String table, RowStream rows) throws RunException {
        List<ColumnSpecification> columns = tables.get(table);
        long begun = System.nanoTime();
        try (Progress.Step step = progress.step("writing " + table, -1)) {
            RowStream watched = new Watched(rows, step);
            if (!onConsole) {
                counts.put(table, files.write(table, columns, watched));
            } else {
                if (tables.size() > 1) {
                    console.accept((counts.isEmpty() ? "" : "\n") + table);
                }
                counts.put(table, ConsoleTable.write(columns, watched, console));
            }
        }
        progress.done("writing " + table, OptionalLong.of(counts.get(table)), Duration.ofNanos(System.nanoTime() - begun));
    }

    /** Ends the output well; how many rows each table has. */
    Map<String, Long> commit() throws RunException {
        stopIfCancelled();
        if (companion.isPresent()) {
            files.write(companion.get().file(), companion.get().text().apply(counts));
        }
        files.commit();
        return counts;
    }

    private void stopIfCancelled() throws RunException {
        if (cancellation.isCancelled()) {
            throw new RunException(RunCode.RUN_INTERRUPTED, "the run was stopped");
        }
    }

    @Override
    public void close() {
        files.close();
    }

    /** Tells of progress, and ends where the run is to stop. */
    private final class Watched implements RowStream {
        private final RowStream rows;
        private final Progress.Step step;

        Watched(RowStream rows, Progress.Step step) {
            this.rows = rows;
            this.step = step;
        }

        @Override
        public boolean next() throws RunException {
            stopIfCancelled();
            step.advance(1);
            return rows.next();
        }

        @Override
        public Object value(int column) throws RunException {
            return rows.value(column);
        }

        @Override
        public void close() throws RunException {
            rows.close();
        }
    }
}
