package catchment.runner.command;

import catchment.compiler.CompileRequest.Wanted;
import catchment.compiler.CompileResult;
import catchment.compiler.definition.DatasetDefinition;
import catchment.compiler.definition.Definition;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import catchment.runtime.RunException;
import catchment.runtime.data.UsedTables;
import catchment.runtime.engine.Engine;
import catchment.runtime.output.OutputTarget;
import catchment.runtime.run.AttritionRun;
import catchment.runtime.run.DataSource;
import catchment.runtime.run.RunOutcome;
import catchment.runtime.run.RunRequest;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Counts who remains after each condition of the population. */
@Command(
        name = "attrition",
        description = "Shows how many patients remain after each condition of the population, in the order in which they are written.",
        footer = {
            "",
            "Numbers up to 7 are shown as 0 and others rounded to the nearest 5, as those of measures are;",
            "--unrounded shows them as they are, of dummy data only. Every table is read once, however many",
            "conditions there are.",
            "",
            "Examples:",
            "  catchment attrition analysis/dataset_definition.ehrql --dummy-tables dummy_tables --unrounded",
            "  catchment attrition analysis/dataset_definition.ehrql --output output/attrition.csv"
        })
final class AttritionCommand implements Action {
    private final Session session;

    @Mixin
    DefinitionOptions definition;

    @Option(names = "--output", paramLabel = "FILE", description = "A file, .csv, .csv.gz, .arrow or .parquet. Without it, a table is shown.")
    Optional<String> output = Optional.empty();

    @Option(names = "--unrounded", description = "Shows numbers as they are; of dummy data only.")
    boolean unrounded;

    @Mixin
    DataOptions data;

    @Mixin
    EngineOptions engine;

    @Mixin
    DatabaseOptions database;

    @Mixin
    ReportOptions report;

    AttritionCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() throws RunException {
        OutputTarget target = output.isPresent() ? OutputTarget.parse(output.get()) : new OutputTarget.Console();
        BackendUse backend = engine.backend(session).over(data.database(session));
        Engine chosen = database.on(session, engine.engine(session, data.database(session), backend));
        if (!canCount()) {
            return;
        }
        Optional<CompileResult> compiled = definition.compile(session, Wanted.DATASET);
        if (compiled.isEmpty()) {
            return;
        }
        Definition whole = compiled.get().definition().orElseThrow();
        if (!data.permitted(session, whole.datasetAlone(), backend)) {
            return;
        }
        DatasetDefinition dataset = backend.seen(session, whole.dataset().orElseThrow(), whole.spans());
        new OutputPlaces(session)
                .writes(target.files(Set.of()))
                .reads(compiled.get())
                .reads(data.read(session, UsedTables.of(dataset.roots())))
                .check();
        Optional<DataSource> source = data.source(session, dataset, whole.spans(), definition.day(), backend);
        if (source.isPresent()) {
            RunOutcome outcome = AttritionRun.run(
                    new RunRequest(
                            dataset,
                            whole.spans(),
                            source.get(),
                            chosen,
                            target,
                            line -> session.terminal().out().println(line),
                            session.terminal().workingDirectory(),
                            session.report().progress(),
                            session.cancellation(),
                            Map.of()),
                    compiled.get().sources(),
                    !unrounded);
            session.report().show(outcome.diagnostics());
        }
    }

    private boolean canCount() {
        if (unrounded && data.database(session).isPresent()) {
            session.report().show(Diagnostic.error(CommandCode.ROUNDING_REQUIRED, Span.NONE, "numbers of real records are only shown rounded")
                    .hint("leave out `--unrounded`; or leave out the database, to count dummy patients"));
            return false;
        }
        if (data.database(session).isEmpty() && data.dummyDataFile.isPresent()) {
            session.report().show(Diagnostic.error(CommandCode.TABLES_NEEDED, Span.NONE, "a finished output does not tell who was left out of it")
                    .hint("leave out `--dummy-data-file`; `--dummy-tables` says whom to count"));
            return false;
        }
        return true;
    }
}
