package catchment.runtime.run;

import catchment.compiler.definition.DatasetDefinition;
import catchment.compiler.definition.Spans;
import catchment.runtime.Cancellation;
import catchment.runtime.Progress;
import catchment.runtime.engine.Engine;
import catchment.runtime.output.OutputTarget;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What is to be run.
 *
 * @param dataset the definition
 * @param spans where its nodes come from
 * @param source where the data comes from
 * @param engine what to run it on
 * @param output where the rows go
 * @param console takes the lines of a table that goes to the console
 * @param workingDirectory what paths are relative to
 * @param progress is told how the run comes on
 * @param cancellation stops it
 * @param metadata what an output says of itself in Arrow and Parquet, by key
 * @param companion a file that is written together with the output
 */
public record RunRequest(
        DatasetDefinition dataset,
        Spans spans,
        DataSource source,
        Engine engine,
        OutputTarget output,
        Consumer<String> console,
        Path workingDirectory,
        Progress progress,
        Cancellation cancellation,
        Map<String, String> metadata,
        Optional<Companion> companion) {
    /** A run that writes its output alone. */
    public RunRequest(
            DatasetDefinition dataset,
            Spans spans,
            DataSource source,
            Engine engine,
            OutputTarget output,
            Consumer<String> console,
            Path workingDirectory,
            Progress progress,
            Cancellation cancellation,
            Map<String, String> metadata) {
        this(dataset, spans, source, engine, output, console, workingDirectory, progress, cancellation, metadata, Optional.empty());
    }
}
