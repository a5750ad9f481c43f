package catchment.spec.trinoserver;

import static io.trino.testing.TestingSession.testSessionBuilder;

import io.airlift.log.Level;
import io.airlift.log.Logging;
import io.trino.plugin.memory.MemoryPlugin;
import io.trino.testing.DistributedQueryRunner;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Map;

/**
 * A Trino server of one process on the loopback address, with tables in memory. It writes the URL that a driver connects with as a line, and ends when its
 * input ends: it outlives nobody who started it.
 */
public final class TrinoServer {
    private TrinoServer() {}

    /** Starts the server; there are no arguments. */
    public static void main(String[] arguments) throws Exception {
        PrintStream out = System.out;
        Logging.initialize().setLevel("", Level.ERROR);
        try (DistributedQueryRunner server = DistributedQueryRunner.builder(testSessionBuilder().setCatalog("memory").setSchema("default").build())
                .setWorkerCount(0)
                .build()) {
            server.installPlugin(new MemoryPlugin());
            server.createCatalog("memory", "memory", Map.of("memory.max-data-per-node", "512MB"));
            out.println("jdbc:trino://" + server.getCoordinator().getAddress() + "/memory/default");
            out.flush();
            waitForTheEnd();
        }
        // a thread of the server's that lives on
        System.exit(0);
    }

    private static void waitForTheEnd() throws IOException {
        while (System.in.read() >= 0) {
            // nothing is said to it
        }
    }
}
