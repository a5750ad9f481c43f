package catchment.runtime.output;

import catchment.compiler.eval.FileKind;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import catchment.runtime.RunException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What keeps an output from being written, in words. A system's and a database's own texts name files that nobody has asked for, so none of them is passed on.
 */
public final class Unwritable {
    private Unwritable() {}

    /**
     * The fault to tell, with exit code 15.
     *
     * @param shown the output as people know it
     * @param fault what the system said
     */
    public static RunException of(String shown, IOException fault) {
        return new RunException(Diagnostic.error(OutputCode.OUTPUT_UNWRITABLE, Span.NONE, "`" + shown + "` cannot be written: " + why(fault)));
    }

    /**
     * Looks at what an output would take the place of.
     *
     * @throws FileSystemException if that is no ordinary file: a folder cannot be replaced, a device must not be
     */
    public static void check(Path place) throws FileSystemException {
        FileKind kind = FileKind.of(place);
        if (kind != FileKind.FILE && kind != FileKind.NOTHING) {
            throw new FileSystemException(place.toString(), null, kind == FileKind.FOLDER ? "is a directory" : kind.words() + " is in its place");
        }
    }

    private static String why(IOException fault) {
        // Writers that are not Java's own give a text alone, with the system's words somewhere in it.
        String said = String.valueOf(fault.getMessage()).toLowerCase(Locale.ROOT);
        if (said.contains("no space left") || said.contains("disk quota") || said.contains("not enough space")) {
            return "no space is left there";
        }
        if (said.contains("read-only file system")) {
            return "its file system is read-only";
        }
        if (said.contains("name too long")) {
            return "its name is too long";
        }
        if (said.contains("is a directory")) {
            return "a folder of that name is in its place";
        }
        if (said.contains("not a directory") || fault instanceof FileAlreadyExistsException) {
            return "a part of its path is a file, not a folder";
        }
        if (fault instanceof AccessDeniedException || said.contains("permission denied") || said.contains("operation not permitted")) {
            return "there is no right to write there";
        }
        if (fault instanceof NoSuchFileException || said.contains("no such file")) {
            return "nothing can be made in that folder";
        }
        if (said.contains("input/output error")) {
            return "the disk has a fault";
        }
        return fault instanceof FileSystemException known && known.getReason() != null ? known.getReason() : "the system refused it";
    }
}
