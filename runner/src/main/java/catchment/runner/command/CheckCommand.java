package catchment.runner.command;

import catchment.compiler.CompileRequest.Wanted;
import catchment.compiler.CompileResult;
import catchment.runtime.RunException;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Reports every mistake, and what is legal and probably not what was meant. */
@Command(
        name = "check",
        description = "Reports every mistake in a definition, and what is probably not meant, without running it.",
        footer = {"", "Example:", "  catchment check analysis/dataset_definition.ehrql"})
final class CheckCommand implements Action {
    private final Session session;

    @Mixin
    DefinitionOptions definition;

    @Mixin
    EngineOptions engine;

    @Mixin
    ReportOptions report;

    CheckCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() throws RunException {
        engine.engine(session, Optional.empty());
        Optional<CompileResult> result = definition.compileAndAdvise(session, Wanted.ANYTHING);
        if (result.isPresent() && result.get().definition().stream().allMatch(whole -> Permissions.claimed(session, whole))) {
            String found = session.report().hasWarnings() ? ": no errors found" : ": no mistakes found";
            session.report().say(DefinitionFile.shown(definition.file) + found);
        }
    }
}
