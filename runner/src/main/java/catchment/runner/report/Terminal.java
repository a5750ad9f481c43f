package catchment.runner.report;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where a command runs and where it speaks.
 *
 * @param out results
 * @param err everything else
 * @param workingDirectory what relative paths are relative to; absolute
 * @param environment the environment variables
 * @param interactive whether {@code err} is a terminal with a person before it
 */
public record Terminal(
        PrintStream out, PrintStream err, Path workingDirectory, Map<String, String> environment, boolean interactive) {

    /** The process's own. The launcher says whether standard error is a terminal, because Java cannot tell; text is UTF-8 whatever the locale. */
    public static Terminal ofProcess() {
        return new Terminal(
                utf8(FileDescriptor.out),
                utf8(FileDescriptor.err),
                Path.of("").toAbsolutePath(),
                System.getenv(),
                Boolean.getBoolean("catchment.terminal"));
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new java.io.BufferedOutputStream(new FileOutputStream(descriptor), 8192), false, StandardCharsets.UTF_8) {
            @Override
            public void println() {
                super.println();
                flush();
            }

            @Override
            public void println(String line) {
                super.print(line + "\n");
                flush();
            }
        };
    }

    /** An environment variable that is set and not empty. */
    public Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }

    /** Whether text may be coloured: only before a person, and not where {@code NO_COLOR} is set or the terminal cannot. */
    public boolean coloured() {
        return interactive && variable("NO_COLOR").isEmpty() && !variable("TERM").equals(Optional.of("dumb"));
    }

    /** How many characters fit into a line; empty where there is no screen. The launcher asks the terminal and says so in {@code COLUMNS}. */
    public OptionalInt columns() {
        return variable("COLUMNS").filter(text -> text.matches("[1-9][0-9]{0,4}")).map(text -> OptionalInt.of(Integer.parseInt(text))).orElse(OptionalInt.empty());
    }

    /** A path as it was written, made absolute. */
    public Path resolve(Path path) {
        return workingDirectory.resolve(path).normalize();
    }
}
