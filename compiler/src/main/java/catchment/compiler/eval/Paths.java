package catchment.compiler.eval;

import java.util.ArrayDeque;
import java.util.Optional;

/** Paths within a study, with {@code /}. */
final class Paths {
    private Paths() {}

    /** The path without {@code .} and {@code ..}. Empty if it is absolute or leads out of the study. The root is {@code ""}. */
    static Optional<String> tidy(String path) {
        if (path.startsWith("/")) {
            return Optional.empty();
        }
        ArrayDeque<String> parts = new ArrayDeque<>();
        for (String part : path.split("/")) {
            if (part.equals("..")) {
                if (parts.pollLast() == null) {
                    return Optional.empty();
                }
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return Optional.of(String.join("/", parts));
    }

    /** The folder of a path; {@code ""} for the root. */
    static String folder(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    /** A name within a folder. */
    static String within(String folder, String name) {
        return folder.isEmpty() ? name : folder + "/" + name;
    }
}
