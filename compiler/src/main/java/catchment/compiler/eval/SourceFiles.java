package catchment.compiler.eval;

import java.util.List;
import java.util.Optional;

/**
 * The files that a definition may read: those below the study's root, by their path relative to it, written with {@code /}. On disk, or in memory for tests.
 *
 * <p>Nothing outside can be reached: no {@code ..} beyond the root, no absolute path elsewhere, no link that leads out, no device.
 */
public interface SourceFiles {
    /** What came of reading a file. */
    sealed interface Reading {
        /**
         * It was read.
         *
         * @param path relative to the root, tidied: how the file is shown to people
         * @param bytes the whole file
         */
        record Found(String path, byte[] bytes) implements Reading {
            /** The file as UTF-8 text. Empty if it is not UTF-8. */
            public Optional<String> text() {
                return Utf8.decode(bytes);
            }
        }

        /** There is no such file. */
        record Missing() implements Reading {}

        /**
         * It is there or not, but may not or cannot be read.
         *
         * @param reason the rest of a sentence that begins with the file: "is a folder", "lies outside the study"
         */
        record Refused(String reason) implements Reading {}
    }

    /** Reads a file. */
    Reading read(String path);

    /** What {@link #read} would give of a file that it would not find; empty of one that can be read. Looks, and reads nothing. */
    Optional<Reading> unreadable(String path);

    /**
     * Whether a path, of a file, of a folder or of nothing, leads out of the study: the rest of a sentence that begins with the path, "lies outside the study".
     */
    Optional<String> outside(String path);

    /** True if there is a file of that path that {@link #read} would find. */
    boolean exists(String path);

    /** The names in a folder, in order; a folder's name ends with {@code /}. Empty if it is no folder. The root is {@code ""}. */
    List<String> list(String folder);

    /** The paths of all files, to suggest one for a path that is not there. Stops at some thousands; hidden folders are left out. */
    List<String> all();
}
