package catchment.runtime.run;

import catchment.compiler.definition.MeasuresDefinition;
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
 * Which measures are to be run.
 *
 * @param measures the definition
 * @param spans where its nodes come from
 * @param source where the data comes from
 * @param engine what to run it on
 * @param output where the rows go: one table of all measures, or in a folder one for each
 * @param console takes the lines of a table that goes to the console
 * @param workingDirectory what paths are relative to
 * @param progress is told how the run comes on
 * @param cancellation stops it
 * @param metadata what an output says of itself in Arrow and Parquet, by key
 * @param companion a file that is written together with the output
 */
public record MeasuresRequest(
        MeasuresDefinition measures,
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
    public MeasuresRequest(
            MeasuresDefinition measures,
            Spans spans,
            DataSource source,
            Engine engine,
            OutputTarget output,
            Consumer<String> console,
            Path workingDirectory,
            Progress progress,
            Cancellation cancellation,
            Map<String, String> metadata) {
        this(measures, spans, source, engine, output, console, workingDirectory, progress, cancellation, metadata, Optional.empty());
    }
}
