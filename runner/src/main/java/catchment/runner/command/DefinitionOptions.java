package catchment.runner.command;

import catchment.compiler.CompileRequest;
import catchment.compiler.CompileRequest.Wanted;
import catchment.compiler.CompileResult;
import catchment.compiler.Compiler;
import catchment.compiler.definition.Definition;
import catchment.compiler.eval.DiskFiles;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What every command takes that reads a definition. */
final class DefinitionOptions {
    @Parameters(paramLabel = "DEFINITION", arity = "1", description = "A file of the language, .ehrql or .py.")
    Path file;

    @Option(
            names = "--today",
            paramLabel = "DATE",
            converter = MomentConverter.class,
            description = "The day that counts as today, YYYY-MM-DD, or YYYY-MM-DDTHH:MM where the time of day matters: "
                    + "the same day and seed give the same dummy data.")
    Optional<LocalDateTime> today;

    /** The day that counts as today. */
    LocalDate day() {
        return now().toLocalDate();
    }

    /** The moment that counts as now: today's midnight unless a time is given, so that a day's runs are alike. */
    LocalDateTime now() {
        return today.orElseGet(() -> LocalDate.now().atStartOfDay());
    }

    /** Compiles the definition and shows what was found. Empty if the command cannot go on. */
    Optional<CompileResult> compile(Session session, Wanted wanted) {
        return compile(session, file, now(), wanted);
    }

    /** The same for any file. */
    static Optional<CompileResult> compile(Session session, Path file, LocalDateTime now, Wanted wanted) {
        Optional<String> name = DefinitionFile.check(session, file);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Path root = session.terminal().workingDirectory();
        CompileResult result = new Compiler()
                .compile(new CompileRequest(
                        name.get(), new DiskFiles(root), root, now, session.definitionArguments(), wanted));
        session.report().show(result.diagnostics());
        if (wanted != Wanted.SHOWN) {
            result.definition().map(Definition::shown).filter(shown -> !shown.isEmpty()).ifPresent(shown -> session.report().show(Faults.notShown(shown, name.get())));
        }
        return result.hasErrors() ? Optional.empty() : Optional.of(result);
    }
}
