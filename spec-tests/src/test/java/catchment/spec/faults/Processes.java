package catchment.spec.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Commands as processes of their own. */
final class Processes {
    private Processes() {}

    static Process start(Path folder, String name, String... words) throws IOException {
        List<String> line = new ArrayList<>(List.of(words));
        line.addFirst(Path.of("").toAbsolutePath().resolveSibling("catchment").toString());
        ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile());
        builder.environment().put("CATCHMENT_BUILD", "never");
        builder.environment().put("EHRQL_PERMISSIONS", "[\"event_level_data\"]");
        builder.environment().keySet().removeAll(List.of("DATABASE_URL", "OPENSAFELY_BACKEND", "OPENSAFELY_QUERY_ENGINE"));
        return builder.redirectOutput(folder.resolve(name + ".out").toFile()).redirectError(folder.resolve(name + ".err").toFile()).start();
    }

    /** Sends a signal: {@code INT}, {@code KILL}. */
    static void signal(Process process, String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
    }

    static int ended(Process process) throws InterruptedException {
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("a command that does not end");
        }
        return process.exitValue();
    }

    static String said(Path folder, String name) throws IOException {
        return Files.readString(folder.resolve(name + ".out")) + Files.readString(folder.resolve(name + ".err"));
    }
}
