package catchment.runner.command;

import catchment.runtime.RunException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tests a definition with patients whose outcome is known. */
@Command(
        name = "assure",
        description = "Tests a definition with patients whose outcome its author has written down, in the variable test_data.",
        footer = {
            "",
            "The file holds test_data beside the dataset, which it mostly imports. Every patient who does not",
            "come out as expected is told of, with the clause that decided it; the command then ends with 13.",
            "",
            "Example:",
            "  catchment assure analysis/test_dataset_definition.ehrql"
        })
final class AssureCommand implements Action {
    private final Session session;

    @Mixin
    DefinitionOptions definition;

    @Mixin
    ReportOptions report;

    AssureCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() throws RunException {
        TestPatientsRun.of(session, definition.file, definition.now())
                .ifPresent(said -> session.terminal().out().println(said));
    }
}
