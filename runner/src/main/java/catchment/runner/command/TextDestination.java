package catchment.runner.command;

import catchment.runtime.RunException;
import catchment.runtime.output.Unwritable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
            Unwritable.check(place);
            try {
                Files.write(temporary, text.getBytes(StandardCharsets.UTF_8));
                Files.move(temporary, place, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw Unwritable.of(DefinitionFile.shown(file.get()), e);
        }
    }
}
