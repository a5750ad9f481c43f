package catchment.spec.bench;

import catchment.runtime.RunException;
import java.io.IOException;
import java.sql.SQLException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** All benchmarks, one after the other. */
public final class Benchmarks {
    private Benchmarks() {}

    /** Runs those whose names contain the first argument, or all. */
    public static void main(String[] arguments) throws RunnerException, IOException, InterruptedException, SQLException, RunException {
        String wanted = arguments.length == 0 ? "" : arguments[0];
        if (!wanted.startsWith("Million")) {
            Options options = new OptionsBuilder()
                    .include("catchment\\.spec\\.bench\\..*" + wanted)
                    .jvmArgsAppend("--enable-native-access=ALL-UNNAMED", "--add-opens=java.base/java.nio=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-Xmx1g")
                    .build();
            new Runner(options).run();
        }
        if (wanted.isEmpty() || wanted.equals("MillionPatients")) {
            MillionPatients.main(new String[0]);
        }
        if (wanted.isEmpty() || wanted.equals("MillionDummyPatients")) {
            MillionDummyPatients.main(new String[0]);
        }
    }
}
