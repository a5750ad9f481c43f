package catchment.compiler.eval;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/** What is at a path, links followed. Only an ordinary file has an end, so whatever reads a file asks first. */
public enum FileKind {
    /** An ordinary file. */
    FILE("an ordinary file"),
    /** A folder. */
    FOLDER("a folder"),
    /** A named pipe. */
    PIPE("a pipe"),
    /** A device, such as {@code /dev/zero}. */
    DEVICE("a device"),
    /** A socket. */
    SOCKET("a socket"),
    /** Something else that is no ordinary file. */
    OTHER("not an ordinary file"),
    /** Nothing, or a link to nothing, or what may not be looked at. */
    NOTHING("not there");

    /** Where a Unix system keeps the kind of a file among its permissions. */
    private static final int KIND = 0170000;

    private final String words;

    FileKind(String words) {
        this.words = words;
    }

    /** The rest of a sentence that begins with "it is": "a pipe". */
    public String words() {
        return words;
    }

    /** What is at a path. */
    public static FileKind of(Path path) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            return attributes.isRegularFile() ? FILE : attributes.isDirectory() ? FOLDER : special(path);
        } catch (IOException absent) {
            return NOTHING;
        }
    }

    /** What keeps something that is there from being read as a file: "is a pipe". */
    public static Optional<String> strange(Path path) {
        FileKind kind = of(path);
        return kind == FILE || kind == NOTHING ? Optional.empty() : Optional.of("is " + kind.words);
    }

    private static FileKind special(Path path) throws IOException {
        try {
            return switch ((Integer) Files.getAttribute(path, "unix:mode") & KIND) {
                case 0010000 -> PIPE;
                case 0020000, 0060000 -> DEVICE;
                case 0140000 -> SOCKET;
                default -> OTHER;
            };
        } catch (UnsupportedOperationException | IllegalArgumentException notUnix) {
            return OTHER;
        }
    }
}
