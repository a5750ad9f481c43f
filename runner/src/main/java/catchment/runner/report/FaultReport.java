package catchment.runner.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of a fault of ours, in a file that can be sent on: versions, the command's name and where in our code it was.
 *
 * <p>No arguments, no environment and no messages of exceptions: those may hold secrets or values from patients' records. Only messages that the virtual
 * machine itself writes, about our own code, are kept.
 */
public final class FaultReport {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT);

    private FaultReport() {}

    /**
     * Writes the report into the working directory, or where that cannot be written, into the folder for temporary files.
     *
     * @param command the command's name, empty if there was none
     * @return the file as it is to be shown; empty if it could be written nowhere
     */
    public static Optional<String> write(Terminal terminal, String command, Throwable fault) {
        String name = "catchment-report-" + LocalDateTime.now().format(TIME) + ".txt";
        String text = text(command, fault);
        for (Path folder : List.of(terminal.workingDirectory(), Path.of(System.getProperty("java.io.tmpdir")))) {
            Path file = folder.resolve(name);
            try {
                Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
                return Optional.of(folder.equals(terminal.workingDirectory()) ? name : file.toString());
            } catch (IOException e) {
                // The next folder; the person is told in the end.
            }
        }
        return Optional.empty();
    }

    static String text(String command, Throwable fault) {
        List<String> lines = new ArrayList<>();
        lines.add("Report of a fault of Catchment");
        lines.add("");
        lines.add("version: " + Version.text());
        lines.add("command: " + command);
        lines.add("java: " + System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
        lines.add("system: " + System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        lines.add("");
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable cause = fault; cause != null && seen.add(cause); cause = cause.getCause()) {
            lines.add((cause == fault ? "" : "caused by ") + cause.getClass().getName() + ownWords(cause));
            StackTraceElement[] trace = cause.getStackTrace();
            for (int i = 0; i < trace.length && i < 200; i++) {
                lines.add("    at " + trace[i]);
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private static String ownWords(Throwable cause) {
        boolean safe = cause instanceof NullPointerException
                || cause instanceof ClassCastException
                || cause instanceof IndexOutOfBoundsException
                || cause instanceof LinkageError
                || cause instanceof OutOfMemoryError;
        return safe && cause.getMessage() != null ? ": " + cause.getMessage() : "";
    }
}
