package catchment.spec.trino;

import catchment.spec.trinoserver.TrinoServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** A Trino server in a process of its own; it ends with this, and with this process, whatever happens to it. */
final class TrinoProcess implements AutoCloseable {
    private final Process process;
    private final String url;

    private TrinoProcess(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    /**
     * Starts it.
     *
     * @param log where its complaints go
     */
    static TrinoProcess start(Path log) throws IOException {
        String libraries;
        try (InputStream text = TrinoServer.class.getResourceAsStream("classpath")) {
            libraries = new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
        String own = Path.of(java.net.URI.create(TrinoServer.class.getProtectionDomain().getCodeSource().getLocation().toString())).toString();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--add-modules", "jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow",
                        "-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                        "-cp", own + System.getProperty("path.separator") + libraries,
                        TrinoServer.class.getName())
                .redirectError(log.toFile())
                .start();
        BufferedReader said = process.inputReader();
        String line = said.readLine();
        while (line != null && !line.startsWith("jdbc:")) {
            line = said.readLine();
        }
        if (line == null) {
            process.destroyForcibly();
            throw new IOException("Trino did not start; see " + log);
        }
        return new TrinoProcess(process, line);
    }

    /** A connection, to be closed. */
    Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", "catchment");
        return DriverManager.getConnection(url, properties);
    }

    /** Its input ends, and so it does; if it does not, it is ended. */
    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
