package catchment.runner.command;

import catchment.compiler.CompileRequest.Wanted;
import catchment.compiler.CompileResult;
import catchment.compiler.definition.DatasetDefinition;
import catchment.compiler.definition.Definition;
import catchment.dialects.program.SqlProgram;
import catchment.dialects.spi.Dialect;
import catchment.dialects.write.Programs;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.runtime.RunException;
import catchment.runtime.data.FileTable;
import catchment.runtime.data.InlineFiles;
import catchment.runtime.data.UsedTables;
import catchment.runtime.engine.Computable;
import catchment.runtime.engine.Engine;
import catchment.runtime.output.OutputTarget;
import catchment.runtime.provenance.Provenance;
import catchment.runtime.run.DataSource;
import catchment.runtime.run.DatasetRun;
import catchment.runtime.run.RunOutcome;
import catchment.runtime.run.RunRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs a definition. */
@Command(
        name = "generate-dataset",
        description = "Runs a definition and writes the dataset, or shows it as a table.",
        footer = {
            "",
            "Data comes from the database of --dsn or DATABASE_URL; else from --dummy-data-file; else from",
            "--dummy-tables; else from patients who are made up to fit the definition.",
            "",
            "Examples:",
            "  catchment generate-dataset analysis/dataset_definition.ehrql",
            "  catchment generate-dataset analysis/dataset_definition.ehrql --dummy-tables dummy_tables --output output/dataset.csv.gz",
            "  catchment generate-dataset analysis/dataset_definition.ehrql --output output/dataset.arrow -- --start_date 2024-03-31",
            "  catchment generate-dataset analysis/dataset_definition.ehrql --engine postgresql --dry-run"
        })
final class GenerateDatasetCommand implements Action {
    private final Session session;

    @Mixin
    DefinitionOptions definition;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "A file, .csv, .csv.gz, .arrow or .parquet; or DIR:FORMAT for a folder, with a file for the dataset and one for each event table."
                    + " Without it, a table is shown.")
    Optional<String> output = Optional.empty();

    @Mixin
    TestDataOption testData;

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

    GenerateDatasetCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() throws RunException {
        OutputTarget target = output.isPresent() ? OutputTarget.parse(output.get()) : new OutputTarget.Console();
        provenance.check();
        BackendUse backend = engine.backend(session).over(data.database(session));
        Engine chosen = database.on(session, engine.engine(session, data.database(session), backend));
        if (!testData.passes(session, definition.now())) {
            return;
        }
        Optional<CompileResult> compiled = definition.compileAndAdvise(session, Wanted.DATASET);
        Optional<Definition> whole = compiled.flatMap(CompileResult::definition);
        if (whole.isPresent() && whole.get().dataset().isPresent() && data.permitted(session, whole.get().datasetAlone(), backend)) {
            run(compiled.get(), whole.get(), target, chosen, backend);
        }
    }

    private void run(CompileResult compiled, Definition whole, OutputTarget target, Engine chosen, BackendUse backend) throws RunException {
        DatasetDefinition dataset = backend.seen(session, whole.dataset().orElseThrow(), whole.spans());
        Set<String> tables = DatasetRun.outputTables(dataset);
        Optional<Diagnostic> unfit = target.fault(tables);
        if (unfit.isPresent()) {
            session.report().show(unfit.get());
            return;
        }
        List<FileTable> read = UsedTables.of(dataset.roots());
        if (dryRun.wanted) {
            DryRunOption.Plan plan = new DryRunOption.Plan(data.described(session), data.computed(session), read, provenance.beside(target.files(tables)));
            dryRun.show(session, chosen, plan, dialect -> program(dataset, whole, backend.spoken(dialect), backend));
            return;
        }
        new OutputPlaces(session).writes(target.files(tables)).writes(provenance.file).reads(compiled).reads(data.read(session, read)).reads(testData.file).check();
        Instant started = Instant.now();
        Optional<DataSource> source = data.source(session, dataset, whole.spans(), definition.day(), backend);
        if (source.isEmpty()) {
            return;
        }
        Optional<Provenance> made = provenance.of(session, "generate-dataset", target, definition, compiled, whole, engine, data, read);
        RunOutcome outcome = DatasetRun.run(new RunRequest(
                dataset,
                whole.spans(),
                source.get(),
                chosen,
                target,
                line -> session.terminal().out().println(line),
                session.terminal().workingDirectory(),
                session.report().progress(),
                session.cancellation(),
                ProvenanceOption.metadata(made),
                provenance.companion(made, started, rows -> Optional.ofNullable(rows.get("dataset")))));
        session.report().show(outcome.diagnostics());
    }

    private Optional<SqlProgram> program(DatasetDefinition dataset, Definition whole, Dialect dialect, BackendUse backend) throws RunException {
        InlineFiles<DatasetDefinition> inline = InlineFiles.read(dataset, whole.spans(), session.terminal().workingDirectory());
        session.report().show(inline.diagnostics());
        if (session.report().hasErrors()) {
            return Optional.empty();
        }
        Computable.check(inline.definition().roots(), whole.spans(), dialect);
        return Optional.of(Programs.of(inline.definition(), whole.spans(), dialect, backend.mapping()));
    }
}
