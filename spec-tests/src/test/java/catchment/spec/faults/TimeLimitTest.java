package catchment.spec.faults;

import static org.assertj.core.api.Assertions.assertThat;

import catchment.compiler.definition.Definition;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.diagnostic.ExitCode;
import catchment.runtime.Cancellation;
import catchment.runtime.engine.DatabaseSettings;
import catchment.runtime.engine.RunCode;
import catchment.runtime.run.RunOutcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A statement that takes longer than it may; and results of many rows, of which one patient has most. */
final class TimeLimitTest {
    private static final int PATIENTS = 15_000;

    @TempDir
    Path folder;

    @Test
    void aStatementThatTakesTooLongIsToldFromOtherFaultsAndLeavesNothing() throws Exception {
        try (Records records = new Records(20)) {
            records.pace(20);
            Definition study = Records.study(folder);
            for (Optional<List<String>> staging : List.of(Optional.<List<String>>empty(), Optional.of(List.of("scratch")))) {
                DatabaseSettings settings = new DatabaseSettings(staging, Optional.of(Duration.ofMillis(300)), Records.QUICK);
                RunOutcome outcome = Records.run(study, records.port(), settings, folder, new Cancellation());
                assertThat(outcome.diagnostics()).extracting(Diagnostic::code).containsExactly(RunCode.DATABASE_TIMEOUT);
                assertThat(outcome.diagnostics().getFirst().code().exitCode()).isEqualTo(ExitCode.TIMEOUT);
                assertThat(folder.resolve("out")).doesNotExist();
                records.settle();
                assertThat(records.left()).isEmpty();
            }
        }
    }

    /** Three batches of events and more, cut off in the middle of the download. */
    @Test
    void aDownloadInBatchesGivesTheSameRowsAsOneInOneGo() throws Exception {
        try (Records records = new Records(PATIENTS); CuttingProxy proxy = new CuttingProxy(records.port())) {
            records.execute("INSERT INTO clinical_events SELECT 7777, DATE '2021-01-01' + n % 900, '100003', n / 8.0 FROM generate_series(1, 30000) AS n");
            Definition study = Records.study(folder);
            proxy.cutAt(0, CuttingProxy.Cut.BEFORE);
            assertThat(Records.run(study, proxy.port(), Records.temporary(), folder, new Cancellation()).diagnostics()).isEmpty();
            String dataset = Files.readString(folder.resolve("out/dataset.csv"));
            String tests = Files.readString(folder.resolve("out/tests.csv"));
            assertThat(tests.lines().count()).isGreaterThan(45_000);

            proxy.cutAt(0, CuttingProxy.Cut.BEFORE);
            assertThat(Records.run(study, proxy.port(), Records.staged(), folder, new Cancellation()).diagnostics()).isEmpty();
            assertThat(Files.readString(folder.resolve("out/dataset.csv"))).isEqualTo(dataset);
            assertThat(Files.readString(folder.resolve("out/tests.csv"))).isEqualTo(tests);
            int statements = proxy.executed();

            // the last statements remove what was made; before them the last batches are read
            for (int n = statements - 12; n < statements - 5; n += 2) {
                proxy.cutAt(n, CuttingProxy.Cut.AFTER);
                RunOutcome outcome = Records.run(study, proxy.port(), Records.staged(), folder, new Cancellation());
                assertThat(outcome.diagnostics()).isEmpty();
                assertThat(proxy.hasCut()).isTrue();
                assertThat(Files.readString(folder.resolve("out/tests.csv"))).isEqualTo(tests);
            }
            records.settle();
            assertThat(records.left()).isEmpty();
        }
    }
}
