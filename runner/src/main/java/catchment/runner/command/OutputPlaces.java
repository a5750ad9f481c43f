package catchment.runner.command;

import catchment.compiler.CompileResult;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import catchment.runtime.RunException;
import catchment.runtime.output.OutputFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where a command writes: never in the place of a file that it reads, nor two outputs in one place, however the paths are spelled. */
final class OutputPlaces {
    private final Session session;
    private final List<Path> outputs = new ArrayList<>();
    private final List<Path> inputs = new ArrayList<>();

    OutputPlaces(Session session) {
        this.session = session;
    }

    /** The command writes these. */
    OutputPlaces writes(List<Path> files) {
        outputs.addAll(files);
        return this;
    }

    /** The command may write this. */
    OutputPlaces writes(Optional<Path> file) {
        return writes(file.stream().toList());
    }

    /** The command reads a definition with all its files. */
    OutputPlaces reads(CompileResult compiled) {
        return reads(List.copyOf(InputFiles.of(session, compiled).values()));
    }

    /** The command reads these. */
    OutputPlaces reads(List<Path> files) {
        inputs.addAll(files);
        return this;
    }

    /** The command may read this. */
    OutputPlaces reads(Optional<Path> file) {
        return reads(file.stream().toList());
    }

    /**
     * Checks the places before anything is done.
     *
     * @throws RunException with exit code 2 if an output would take the place of an input or of another output, with 15 if it cannot be written at all
     */
    void check() throws RunException {
        for (int i = 0; i < outputs.size(); i++) {
            Path place = session.terminal().resolve(outputs.get(i));
            String shown = "`" + shown(place) + "`";
            for (Path input : inputs) {
                Path read = session.terminal().resolve(input);
                if (same(place, read)) {
                    String as = place.equals(read) ? "" : ", as `" + shown(read) + "`";
                    throw taken(shown + " cannot be an output: this command reads it" + as, "give the output a name of its own");
                }
            }
            for (Path other : outputs.subList(0, i)) {
                if (same(place, session.terminal().resolve(other))) {
                    throw taken(shown + " cannot be two outputs of one command", "give each output a name of its own");
                }
            }
        }
        OutputFiles.tryOut(outputs, session.terminal().workingDirectory());
    }

    private String shown(Path file) {
        return DefinitionFile.shown(DefinitionFile.relative(session.terminal().workingDirectory(), file));
    }

    private static RunException taken(String message, String hint) {
        return new RunException(Diagnostic.error(CommandCode.OUTPUT_TAKEN, Span.NONE, message).hint(hint));
    }

    /** Whether two paths lead to one file, or would if it were there. */
    private static boolean same(Path one, Path other) {
        try {
            return real(one).equals(real(other)) || Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other);
        } catch (IOException unknown) {
            return false;
        }
    }

    /** The path without links, as far as it is there. */
    private static Path real(Path path) throws IOException {
        Path there = path.toAbsolutePath().normalize();
        Path whole = there;
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return there.toRealPath().resolve(there.relativize(whole)).normalize();
    }
}
