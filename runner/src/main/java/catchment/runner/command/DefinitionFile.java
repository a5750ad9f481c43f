package catchment.runner.command;

import catchment.compiler.eval.FileKind;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.diagnostic.NearNames;
import catchment.grammar.source.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether a command line names a definition that is there. */
final class DefinitionFile {
    private static final List<String> SUFFIXES = List.of(".ehrql", ".py");

    private DefinitionFile() {}

    /** The file relative to the working directory, with {@code /}, if it is there; else what is wrong has been shown. */
    static Optional<String> check(Session session, Path file) {
        Path whole = session.terminal().resolve(file);
        String shown = shown(file);
        if (!Files.exists(whole)) {
            session.report().show(missing(session.terminal().workingDirectory(), whole, shown));
            return Optional.empty();
        }
        if (Files.isDirectory(whole)) {
            session.report()
                    .show(hints(
                            error(CommandCode.DEFINITION_NOT_FOUND, quoted(shown) + " is a folder, not a definition"),
                            "name the file: ",
                            "",
                            definitionsIn(whole).stream().map(name -> quoted(shown(file.resolve(name)))).limit(3).toList()));
            return Optional.empty();
        }
        Optional<String> strange = FileKind.strange(whole);
        if (strange.isPresent()) {
            session.report().show(error(CommandCode.DEFINITION_NOT_FOUND, quoted(shown) + " " + strange.get() + ", not a definition"));
            return Optional.empty();
        }
        if (SUFFIXES.stream().noneMatch(shown::endsWith)) {
            session.report()
                    .show(error(CommandCode.DEFINITION_SUFFIX, quoted(shown) + " is not a definition by its name")
                            .hint("a definition's file ends in `.ehrql` or `.py`"));
            return Optional.empty();
        }
        return Optional.of(shown(relative(session.terminal().workingDirectory(), whole)));
    }

    private static Diagnostic missing(Path workingDirectory, Path whole, String shown) {
        Diagnostic diagnostic = error(CommandCode.DEFINITION_NOT_FOUND, "there is no file " + quoted(shown));
        for (String suffix : SUFFIXES) {
            if (Files.isRegularFile(whole.resolveSibling(whole.getFileName() + suffix))) {
                return diagnostic.hint("there is " + quoted(shown + suffix) + ": the suffix is part of the name");
            }
        }
        Path folder = whole.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return diagnostic.hint("there is no folder " + quoted(shown(relative(workingDirectory, folder == null ? whole : folder))));
        }
        List<String> near = NearNames.of(whole.getFileName().toString(), definitionsIn(folder));
        if (!near.isEmpty()) {
            return hints(diagnostic, "did you mean ", "?", near.stream()
                    .map(name -> quoted(shown(relative(workingDirectory, folder.resolve(name)))))
                    .toList());
        }
        return hints(diagnostic, "definitions in that folder: ", "", definitionsIn(folder).stream().limit(5).map(DefinitionFile::quoted).toList());
    }

    private static List<String> definitionsIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString())
                    .filter(name -> SUFFIXES.stream().anyMatch(name::endsWith))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static Diagnostic hints(Diagnostic diagnostic, String before, String after, List<String> names) {
        return names.isEmpty() ? diagnostic : diagnostic.hint(before + String.join(", ", names) + after);
    }

    private static Diagnostic error(CommandCode code, String message) {
        return Diagnostic.error(code, Span.NONE, message);
    }

    /** Relative where both have the same root, else as it is. */
    static Path relative(Path workingDirectory, Path whole) {
        return whole.startsWith(workingDirectory) ? workingDirectory.relativize(whole) : whole;
    }

    private static String quoted(String name) {
        return "`" + name + "`";
    }

    static String shown(Path path) {
        return path.toString().replace('\\', '/');
    }
}
