package catchment.runner.command;

import catchment.compiler.CompileRequest.Wanted;
import catchment.compiler.CompileResult;
import catchment.compiler.definition.Definition;
import catchment.compiler.model.Node;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.runtime.RunException;
import catchment.runtime.data.FileTable;
import catchment.runtime.data.UsedTables;
import catchment.runtime.dummy.Coverage;
import catchment.runtime.format.FileFormat;
import catchment.runtime.output.OutputTarget;
import catchment.runtime.run.DummyTablesOutput;
import catchment.runtime.run.RunOutcome;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes made-up tables. */
@Command(
        name = "create-dummy-tables",
        description = "Makes up patients who fit a definition, and writes their tables: to look at, to change, and to run the definition on.",
        footer = {
            "",
            "Examples:",
            "  catchment create-dummy-tables analysis/dataset_definition.ehrql dummy_tables",
            "  catchment create-dummy-tables analysis/dataset_definition.ehrql dummy_tables:parquet --seed 7 --today 2024-03-31",
            "  catchment create-dummy-tables analysis/dataset_definition.ehrql --coverage"
        })
final class CreateDummyTablesCommand implements Action {
    private final Session session;

    @Mixin
    DefinitionOptions definition;

    @Parameters(
            index = "1",
            paramLabel = "DIR",
            arity = "0..1",
            description = "The folder, or DIR:FORMAT with csv, csv.gz, arrow or parquet. Without it, the tables are shown.")
    Optional<String> folder = Optional.empty();

    @Option(
            names = "--coverage",
            description = "Lists the case branches, codelists and missing or present values of variables that no patient reaches.")
    boolean coverage;

    @Mixin
    SeedOption seed;

    @Mixin
    EngineOptions engine;

    @Mixin
    ReportOptions report;

    CreateDummyTablesCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() throws RunException {
        OutputTarget target = folder.isPresent() ? target(folder.get()) : new OutputTarget.Console();
        engine.engine(session, Optional.empty());
        Optional<CompileResult> compiled = definition.compile(session, Wanted.DATASET_OR_MEASURES);
        Optional<Definition> whole = compiled.flatMap(CompileResult::definition);
        if (whole.isPresent()) {
            Set<String> tables = UsedTables.of(roots(whole.get())).stream().map(FileTable::name).collect(Collectors.toSet());
            new OutputPlaces(session).writes(target.files(tables)).reads(compiled.get()).check();
            Optional<DummyPatients.Made> made = make(whole.get());
            if (made.isPresent()) {
                write(made.get(), target);
            }
        }
    }

    private static Set<Node> roots(Definition whole) {
        return Set.copyOf(whole.measures().isPresent() ? whole.measures().get().roots() : whole.dataset().orElseThrow().roots());
    }

    /** Where a file defines both, its measures have the word. */
    private Optional<DummyPatients.Made> make(Definition whole) throws RunException {
        if (whole.measures().isPresent()) {
            return DummyPatients.makeWithCoverage(session, whole.measures().get(), whole.spans(), seed.number(), definition.day());
        }
        return DummyPatients.makeWithCoverage(session, whole.dataset().orElseThrow(), whole.spans(), seed.number(), definition.day());
    }

    private void write(DummyPatients.Made made, OutputTarget target) throws RunException {
        if (coverage) {
            show(made.outcome().coverage());
        }
        if (!coverage || folder.isPresent()) {
            RunOutcome outcome = DummyTablesOutput.write(
                    made.tables(),
                    target,
                    line -> session.terminal().out().println(line),
                    session.terminal().workingDirectory(),
                    session.report().progress());
            session.report().show(outcome.diagnostics());
        }
    }

    private void show(Coverage found) {
        // A function that is called twice has the same branch at the same place twice.
        found.missed().stream().distinct().forEach(missed -> note(missed, missed.description()));
        found.impossible().stream().distinct().forEach(missed -> note(missed, missed.description() + ": nobody can"));
        session.terminal().out().println((found.expected() - found.missed().size()) + " of " + found.expected()
                + " branches, codelists and outcomes are reached by a patient"
                + (found.impossible().isEmpty() ? "" : "; " + found.impossible().size() + " more cannot be"));
    }

    private void note(Coverage.Missed missed, String message) {
        session.report().show(Diagnostic.note(CommandCode.COVERAGE_MISSED, missed.span(), message));
    }

    /** A folder without a format is one of CSV files. */
    private static OutputTarget target(String text) throws RunException {
        boolean says = text.contains(":") && FileFormat.named(text.substring(text.lastIndexOf(':') + 1)).isPresent();
        return OutputTarget.parse(says ? text : text + ":csv");
    }
}
