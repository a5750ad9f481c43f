package catchment.runner.command;

import catchment.compiler.CompileRequest;
import catchment.compiler.CompileRequest.Wanted;
import catchment.compiler.CompileResult;
import catchment.compiler.Compiler;
import catchment.compiler.definition.Definition;
import catchment.compiler.eval.DiskFiles;
import catchment.grammar.diagnostic.Diagnostic;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
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

    /** The same, and shows what is legal in it and probably not what was meant. */
    Optional<CompileResult> compileAndAdvise(Session session, Wanted wanted) {
        Optional<CompileResult> result = compiled(session, file, now(), wanted);
        return shown(session, result, CompileResult::advice, wanted, file);
    }

    /** Compiles any file and shows what was found. */
    static Optional<CompileResult> compile(Session session, Path file, LocalDateTime now, Wanted wanted) {
        Optional<CompileResult> result = compiled(session, file, now, wanted);
        return shown(session, result, _ -> List.of(), wanted, file);
    }

    private static Optional<CompileResult> shown(
            Session session, Optional<CompileResult> result, Function<CompileResult, List<Diagnostic>> advice, Wanted wanted, Path file) {
        result.ifPresent(found -> {
            session.report().show(Stream.concat(found.diagnostics().stream(), advice.apply(found).stream()).toList());
            if (wanted != Wanted.SHOWN) {
                found.definition()
                        .map(Definition::shown)
                        .filter(shown -> !shown.isEmpty())
                        .ifPresent(shown -> session.report().show(Faults.notShown(shown, name(session, file))));
            }
        });
        return result.filter(found -> !found.hasErrors());
    }

    private static String name(Session session, Path file) {
        return DefinitionFile.shown(DefinitionFile.relative(session.terminal().workingDirectory(), session.terminal().resolve(file)));
    }

    private static Optional<CompileResult> compiled(Session session, Path file, LocalDateTime now, Wanted wanted) {
        Optional<String> name = DefinitionFile.check(session, file);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Path root = session.terminal().workingDirectory();
        return Optional.of(new Compiler()
                .compile(new CompileRequest(
                        name.get(), new DiskFiles(root), root, now, session.definitionArguments(), wanted)));
    }
}
