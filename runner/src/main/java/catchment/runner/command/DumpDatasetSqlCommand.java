package catchment.runner.command;

import catchment.compiler.CompileRequest.Wanted;
import catchment.compiler.CompileResult;
import catchment.compiler.definition.DatasetDefinition;
import catchment.compiler.definition.Definition;
import catchment.dialects.spi.Dialect;
import catchment.dialects.write.Programs;
import catchment.dialects.write.SqlScript;
import catchment.runtime.RunException;
import catchment.runtime.data.InlineFiles;
import catchment.runtime.engine.Computable;
import catchment.runtime.engine.Engine;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints the SQL. */
@Command(
        name = "dump-dataset-sql",
        description = "Prints the SQL of a definition, as a script that the engine's own client runs as it is.",
        footer = {"", "Example:", "  catchment dump-dataset-sql analysis/dataset_definition.ehrql --output dataset.sql"})
final class DumpDatasetSqlCommand implements Action {
    private final Session session;

    @Mixin
    DefinitionOptions definition;

    @Option(names = "--output", paramLabel = "FILE", description = "Where to; without it, to standard output.")
    Optional<Path> output = Optional.empty();

    @Mixin
    EngineOptions engine;

    @Mixin
    DatabaseOptions database;

    @Mixin
    ReportOptions report;

    DumpDatasetSqlCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() throws RunException {
        BackendUse backend = engine.backend(session);
        Engine chosen = database.on(session, engine.written(session, backend));
        Optional<CompileResult> compiled = definition.compile(session, Wanted.DATASET);
        Optional<Definition> whole = compiled.flatMap(CompileResult::definition);
        if (whole.isPresent() && whole.get().dataset().isPresent()) {
            new OutputPlaces(session).writes(output).reads(compiled.get()).check();
            write(backend.seen(session, whole.get().dataset().get(), whole.get().spans()), whole.get(), backend.spoken(EngineOptions.dialect(chosen)), backend);
        }
    }

    private void write(DatasetDefinition dataset, Definition whole, Dialect dialect, BackendUse backend) throws RunException {
        InlineFiles<DatasetDefinition> inline = InlineFiles.read(dataset, whole.spans(), session.terminal().workingDirectory());
        session.report().show(inline.diagnostics());
        if (!session.report().hasErrors()) {
            Computable.check(inline.definition().roots(), whole.spans(), dialect);
            TextDestination.write(session, output, SqlScript.text(Programs.of(inline.definition(), whole.spans(), dialect, backend.mapping()), dialect));
        }
    }
}
