package catchment.runner.command;

import catchment.compiler.CompileRequest.Wanted;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Reports every mistake. */
@Command(
        name = "check",
        description = "Reports every mistake in a definition, without running it.",
        footer = {"", "Example:", "  catchment check analysis/dataset_definition.ehrql"})
final class CheckCommand implements Action {
    private final Session session;

    @Mixin
    DefinitionOptions definition;

    @Mixin
    ReportOptions report;

    CheckCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        definition
                .compile(session, Wanted.ANYTHING)
                .ifPresent(result -> session.report().say(DefinitionFile.shown(definition.file) + ": no mistakes found"));
    }
}
