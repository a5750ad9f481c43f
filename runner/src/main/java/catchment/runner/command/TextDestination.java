package catchment.runner.command;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import catchment.runtime.RunException;
import catchment.runtime.output.OutputCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** Where a text goes that a command makes. */
final class TextDestination {
    private TextDestination() {}

    /**
     * Writes the text to the file, whole or not at all, or without one to standard output.
     *
     * @throws RunException if the file cannot be written
     */
    static void write(Session session, Optional<Path> file, String text) throws RunException {
        if (file.isEmpty()) {
            session.terminal().out().print(text);
            session.terminal().out().flush();
            return;
        }
        Path place = session.terminal().resolve(file.get());
        Path temporary = place.resolveSibling("." + place.getFileName() + ".part");
        try {
            Files.createDirectories(place.getParent());
            try {
                Files.write(temporary, text.getBytes(StandardCharsets.UTF_8));
                Files.move(temporary, place, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw new RunException(Diagnostic.error(
                    OutputCode.OUTPUT_UNWRITABLE, Span.NONE, "`" + DefinitionFile.shown(file.get()) + "` cannot be written" + why(e)));
        }
    }

    private static String why(IOException fault) {
        if (fault instanceof AccessDeniedException) {
            return ": no right to write there";
        }
        String message = Optional.ofNullable(fault.getMessage()).orElse("");
        return message.contains("No space left") ? ": no space is left" : "";
    }
}
