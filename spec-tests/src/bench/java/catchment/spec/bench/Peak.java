package catchment.spec.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The most memory that this process held, where the system tells it. */
final class Peak {
    private Peak() {}

    static void print() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (Files.exists(status)) {
            Files.readAllLines(status).stream().filter(line -> line.startsWith("VmHWM")).forEach(line -> System.out.println("peak of resident memory: " + line.substring(6).strip()));
        }
    }
}
