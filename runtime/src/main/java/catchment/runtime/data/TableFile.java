package catchment.runtime.data;

import catchment.runtime.format.FileFormat;
import java.nio.file.Path;

/**
 * A file that holds a table.
 *
 * @param path where it is
 * @param shown what it is called in messages: relative to the working directory, with {@code /}
 * @param format its format
 */
public record TableFile(Path path, String shown, FileFormat format) {
    /** The file as people see it. */
    public static String shown(Path path, Path workingDirectory) {
        Path absolute = workingDirectory.resolve(path).toAbsolutePath().normalize();
        Path base = workingDirectory.toAbsolutePath().normalize();
        Path relative = absolute.startsWith(base) ? base.relativize(absolute) : absolute;
        return relative.toString().replace('\\', '/');
    }
}
