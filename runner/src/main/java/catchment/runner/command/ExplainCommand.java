package catchment.runner.command;

import catchment.compiler.CompileRequest.Wanted;
import catchment.compiler.CompileResult;
import catchment.compiler.definition.DatasetDefinition;
import catchment.compiler.definition.Definition;
import catchment.compiler.explain.Explanation;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import catchment.runtime.RunException;
import catchment.runtime.data.FileTable;
import catchment.runtime.data.InlineFiles;
import catchment.runtime.data.UsedTables;
import catchment.runtime.explain.PatientAccount;
import catchment.runtime.tables.Tables;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells what a definition means, or what it makes of one patient. */
@Command(
        name = "explain",
        description = "Tells in plain sentences what a definition means, and which tables are read how often.",
        footer = {
            "",
            "With --patient, it tells why that patient is in the population or is not, and which rows and",
            "clauses gave each variable; of dummy tables, or of the patients who are made up to fit the",
            "definition. It reads no database.",
            "",
            "Examples:",
            "  catchment explain analysis/dataset_definition.ehrql",
            "  catchment explain analysis/dataset_definition.ehrql --patient 4 --dummy-tables dummy_tables"
        })
final class ExplainCommand implements Action {
    private final Session session;

    @Mixin
    DefinitionOptions definition;

    @Option(names = "--patient", paramLabel = "ID", description = "Tells what the definition makes of this patient.")
    Optional<Long> patient = Optional.empty();

    @Mixin
    TablesOption tables;

    @Option(names = "--output", paramLabel = "FILE", description = "Where to; without it, to standard output.")
    Optional<Path> output = Optional.empty();

    @Mixin
    ReportOptions report;

    ExplainCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() throws RunException {
        Optional<CompileResult> compiled =
                definition.compile(session, patient.isPresent() ? Wanted.DATASET : Wanted.DATASET_OR_MEASURES);
        if (compiled.isEmpty()) {
            return;
        }
        Definition whole = compiled.get().definition().orElseThrow();
        List<FileTable> read = whole.dataset().map(dataset -> UsedTables.of(dataset.roots())).orElse(List.of());
        new OutputPlaces(session).writes(output).reads(compiled.get()).reads(tables.files(session, read)).check();
        if (patient.isPresent()) {
            account(whole, compiled.get(), patient.get());
        } else {
            List<String> lines = new ArrayList<>(Explanation.of(whole, DefinitionFile.shown(definition.file), compiled.get().sources()));
            lines.addAll(PlanSummary.of(whole, session.terminal().workingDirectory()));
            write(lines);
        }
    }

    private void account(Definition whole, CompileResult compiled, long patient) throws RunException {
        DatasetDefinition dataset = whole.dataset().orElseThrow();
        InlineFiles<DatasetDefinition> inline = InlineFiles.read(dataset, whole.spans(), session.terminal().workingDirectory());
        session.report().show(inline.diagnostics());
        if (session.report().hasErrors()) {
            return;
        }
        Optional<Tables> read = tables.tables(session, inline.definition(), whole.spans(), definition.day());
        if (read.isPresent()) {
            List<String> lines = PatientAccount.of(inline.definition(), read.get(), whole.spans(), compiled.sources(), patient);
            if (lines.isEmpty()) {
                session.report().show(nobody(patient, read.get()));
            } else {
                write(lines);
            }
        }
    }

    private static Diagnostic nobody(long patient, Tables tables) {
        List<Long> some = tables.byName().values().stream().flatMap(table -> table.rows().stream()).map(row -> row.patientId()).distinct().sorted().limit(5).toList();
        Diagnostic unknown = Diagnostic.error(
                CommandCode.PATIENT_UNKNOWN, Span.NONE, "there is no patient " + patient + " in the tables that the definition reads");
        return some.isEmpty() ? unknown : unknown.hint("there is " + String.join(", ", some.stream().map(String::valueOf).toList()) + (some.size() < 5 ? "" : " …"));
    }

    private void write(List<String> lines) throws RunException {
        TextDestination.write(session, output, String.join("\n", lines) + "\n");
    }
}
