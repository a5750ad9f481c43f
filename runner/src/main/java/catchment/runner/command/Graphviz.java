package catchment.runner.command;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import catchment.runtime.Cancellation;
import catchment.runtime.RunException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** Graphviz's program {@code dot}, as it is installed. */
final class Graphviz {
    private final Session session;
    private final Path program;

    private Graphviz(Session session, Path program) {
        this.session = session;
        this.program = program;
    }

    /**
     * Looks along the {@code PATH}.
     *
     * @param output what it is wanted for
     * @throws RunException if it is not installed
     */
    static Graphviz find(Session session, Path output) throws RunException {
        for (String folder : session.terminal().variable("PATH").orElse("").split(Pattern.quote(File.pathSeparator))) {
            Optional<Path> program = within(folder);
            if (program.isPresent()) {
                return new Graphviz(session, program.get());
            }
        }
        String shown = DefinitionFile.shown(output);
        throw new RunException(Diagnostic.error(
                        CommandCode.GRAPHVIZ_MISSING, Span.NONE, "`" + shown + "` cannot be drawn: Graphviz's program `dot` is not installed")
                .hint("install Graphviz, from https://graphviz.org or as the package `graphviz`")
                .hint("`--output " + shown.substring(0, shown.lastIndexOf('.')) + ".dot` needs no program: websites and editors draw that too"));
    }

    private static Optional<Path> within(String folder) {
        try {
            return folder.isEmpty() ? Optional.empty() : Optional.of(Path.of(folder, "dot")).filter(Files::isRegularFile).filter(Files::isExecutable);
        } catch (InvalidPathException noFolder) {
            return Optional.empty();
        }
    }

    /**
     * Draws.
     *
     * @param dot what, in the language of the program
     * @throws RunException if the program fails
     */
    String svg(String dot) throws RunException {
        try {
            Path folder = Files.createTempDirectory("catchment-graph-");
            try {
                return svg(Files.writeString(folder.resolve("in.dot"), dot), folder.resolve("out.svg"), folder.resolve("said.txt"));
            } finally {
                for (String file : new String[] {"in.dot", "out.svg", "said.txt", ""}) {
                    Files.deleteIfExists(folder.resolve(file));
                }
            }
        } catch (IOException fault) {
            throw failed("it could not be started");
        }
    }

    private String svg(Path in, Path out, Path said) throws IOException, RunException {
        Process process = new ProcessBuilder(program.toString(), "-Tsvg", "-o", out.toString(), in.toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try (Cancellation.Registration _ = session.cancellation().onCancel(process::destroy)) {
            if (process.waitFor() != 0 || !Files.exists(out)) {
                throw failed(Files.readString(said, StandardCharsets.ISO_8859_1).lines().findFirst().orElse("it said nothing"));
            }
        } catch (InterruptedException stopped) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw failed("it was stopped");
        }
        return Files.readString(out);
    }

    private static RunException failed(String why) {
        return new RunException(Diagnostic.error(CommandCode.GRAPHVIZ_FAILED, Span.NONE, "Graphviz's program `dot` has failed: " + why)
                .hint("`--output graph.dot` writes the drawing without it"));
    }
}
