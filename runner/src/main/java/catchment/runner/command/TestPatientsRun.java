package catchment.runner.command;

import catchment.compiler.CompileRequest.Wanted;
import catchment.compiler.CompileResult;
import catchment.compiler.definition.DatasetDefinition;
import catchment.compiler.definition.Definition;
import catchment.compiler.definition.StaticData;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import catchment.runtime.assure.AssuranceOutcome;
import catchment.runtime.assure.AssureCode;
import catchment.runtime.assure.Assurance;
import catchment.runtime.data.InlineFiles;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Optional;

/** Tests the dataset of a file with the test patients of that file. */
final class TestPatientsRun {
    private TestPatientsRun() {}

    /** What went well, in a sentence; empty if anything did not, which has been shown then. */
    static Optional<String> of(Session session, Path file, LocalDateTime now) {
        Optional<CompileResult> compiled = DefinitionOptions.compile(session, file, now, Wanted.DATASET);
        if (compiled.isEmpty()) {
            return Optional.empty();
        }
        Definition whole = compiled.get().definition().orElseThrow();
        if (whole.testData().isEmpty() || whole.testData().get() instanceof StaticData.Absent) {
            session.report().show(missing(DefinitionFile.shown(file)));
            return Optional.empty();
        }
        DatasetDefinition dataset = whole.dataset().orElseThrow();
        InlineFiles<DatasetDefinition> inline = InlineFiles.read(dataset, whole.spans(), session.terminal().workingDirectory());
        session.report().show(inline.diagnostics());
        if (session.report().hasErrors()) {
            return Optional.empty();
        }
        AssuranceOutcome outcome = Assurance.test(inline.definition(), whole.testData().get(), whole.spans(), compiled.get().sources());
        session.report().show(outcome.diagnostics());
        return outcome.diagnostics().stream().anyMatch(Diagnostic::isError)
                ? Optional.empty()
                : Optional.of(patients(outcome.patients()));
    }

    private static String patients(int number) {
        return switch (number) {
            case 0 -> "there is no test patient: `test_data` is empty";
            case 1 -> "the test patient came out as expected";
            default -> "all " + number + " test patients came out as expected";
        };
    }

    private static Diagnostic missing(String file) {
        return Diagnostic.error(AssureCode.TEST_DATA_MISSING, Span.of(file, 1, 1, 1), file + " has no test patients")
                .hint("keep them in a variable `test_data`, by number: `test_data = {1: {\"patients\": {…}, \"expected_columns\": {…}}}`")
                .hint("a file of its own may hold them: it imports the dataset with `from dataset_definition import dataset`");
    }
}
