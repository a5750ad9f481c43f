package catchment.runner.command;

import catchment.compiler.CompileRequest.Wanted;
import catchment.compiler.CompileResult;
import catchment.compiler.definition.Definition;
import catchment.compiler.definition.MeasuresDefinition;
import catchment.dialects.program.SqlProgram;
import catchment.dialects.spi.Dialect;
import catchment.dialects.write.Programs;
import catchment.runtime.RunException;
import catchment.runtime.data.FileTable;
import catchment.runtime.data.InlineFiles;
import catchment.runtime.data.UsedTables;
import catchment.runtime.engine.Computable;
import catchment.runtime.engine.Engine;
import catchment.runtime.output.OutputTarget;
import catchment.runtime.provenance.Provenance;
import catchment.runtime.run.DataSource;
import catchment.runtime.run.MeasuresRequest;
import catchment.runtime.run.MeasuresRun;
import catchment.runtime.run.RunOutcome;
import catchment.runtime.tables.Tables;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs measures. */
@Command(
        name = "generate-measures",
        description = "Runs the measures of a definition and writes their numerators, denominators and ratios, or shows them as a table.",
        footer = {
            "",
            "Small numbers are hidden and the others rounded, on dummy data too, unless the definition says",
            "otherwise. Data comes from the database of --dsn or DATABASE_URL; else from --dummy-data-file;",
            "else from --dummy-tables; else from patients who are made up to fit the definition.",
            "",
            "Examples:",
            "  catchment generate-measures analysis/measures.ehrql",
            "  catchment generate-measures analysis/measures.ehrql --dummy-tables dummy_tables --output output/measures.csv",
            "  catchment generate-measures analysis/measures.ehrql --output output/measures:arrow -- --start_date 2024-01-01"
        })
final class GenerateMeasuresCommand implements Action {
    private final Session session;

    @Mixin
    DefinitionOptions definition;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "A file for all measures, .csv, .csv.gz, .arrow or .parquet; or DIR:FORMAT for a folder with a file for each measure."
                    + " Without it, a table is shown.")
    Optional<String> output = Optional.empty();

    @Mixin
    ProvenanceOption provenance;

    @Mixin
    DryRunOption dryRun;

    @Mixin
    DataOptions data;

    @Mixin
    EngineOptions engine;

    @Mixin
    DatabaseOptions database;

    @Mixin
    ReportOptions report;

    GenerateMeasuresCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() throws RunException {
        OutputTarget target = output.isPresent() ? OutputTarget.parse(output.get()) : new OutputTarget.Console();
        provenance.check();
        BackendUse backend = engine.backend(session).over(data.database(session));
        Engine chosen = database.on(session, engine.engine(session, data.database(session), backend));
        Optional<CompileResult> compiled = definition.compileAndAdvise(session, Wanted.MEASURES);
        Optional<Definition> whole = compiled.flatMap(CompileResult::definition);
        if (whole.isPresent() && whole.get().measures().isPresent() && data.permitted(session, whole.get().measuresAlone(), backend)) {
            run(compiled.get(), whole.get(), target, chosen, backend);
        }
    }

    private void run(CompileResult compiled, Definition whole, OutputTarget target, Engine chosen, BackendUse backend) throws RunException {
        MeasuresDefinition measures = backend.seen(session, whole.measures().orElseThrow(), whole.spans());
        List<FileTable> read = UsedTables.of(measures.roots());
        if (dryRun.wanted) {
            List<Path> files = provenance.beside(target.files(MeasuresRun.outputTables(measures)));
            dryRun.show(session, chosen, new DryRunOption.Plan(data.described(session), data.computed(session), read, files), dialect -> program(measures, whole, backend.spoken(dialect), backend));
            return;
        }
        new OutputPlaces(session)
                .writes(target.files(MeasuresRun.outputTables(measures)))
                .writes(provenance.file)
                .reads(compiled)
                .reads(data.read(session, read))
                .check();
        Instant started = Instant.now();
        Optional<DataSource> source = data.source(session, measures, whole.spans(), definition.day(), backend);
        if (source.isEmpty()) {
            return;
        }
        Optional<Provenance> made = provenance.of(session, "generate-measures", target, definition, compiled, whole, engine, data, read);
        Optional<Long> patients = source.get() instanceof DataSource.MadeUp(Tables tables) ? Optional.of(tables.patients()) : Optional.empty();
        RunOutcome outcome = MeasuresRun.run(new MeasuresRequest(
                measures,
                whole.spans(),
                source.get(),
                chosen,
                target,
                line -> session.terminal().out().println(line),
                session.terminal().workingDirectory(),
                session.report().progress(),
                session.cancellation(),
                ProvenanceOption.metadata(made),
                provenance.companion(made, started, _ -> patients)));
        session.report().show(outcome.diagnostics());
    }

    private Optional<SqlProgram> program(MeasuresDefinition measures, Definition whole, Dialect dialect, BackendUse backend) throws RunException {
        InlineFiles<MeasuresDefinition> inline = InlineFiles.read(measures, whole.spans(), session.terminal().workingDirectory());
        session.report().show(inline.diagnostics());
        if (session.report().hasErrors()) {
            return Optional.empty();
        }
        Computable.check(inline.definition().roots(), whole.spans(), dialect);
        return Optional.of(Programs.of(inline.definition(), whole.spans(), dialect, backend.mapping()));
    }
}
