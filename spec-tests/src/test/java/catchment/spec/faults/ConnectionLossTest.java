package catchment.spec.faults;

import static org.assertj.core.api.Assertions.assertThat;

import catchment.compiler.definition.Definition;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.runtime.Cancellation;
import catchment.runtime.engine.DatabaseSettings;
import catchment.runtime.engine.RunCode;
import catchment.runtime.run.RunOutcome;
import catchment.spec.faults.CuttingProxy.Cut;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The connection is cut at each statement of a run in turn. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ConnectionLossTest {
    @TempDir
    Path folder;

    private Records records;
    private CuttingProxy proxy;
    private Definition study;

    @BeforeAll
    void aServer(@TempDir Path compiled) throws Exception {
        records = new Records(200);
        proxy = new CuttingProxy(records.port());
        study = Records.study(compiled);
    }

    @AfterAll
    void end() throws IOException {
        proxy.close();
        records.close();
    }

    private static DatabaseSettings settings(boolean staged) {
        return staged ? Records.staged() : Records.temporary();
    }

    @ParameterizedTest
    @CsvSource({"false, AFTER", "true, BEFORE", "true, AFTER"})
    void aRunEndsAsIfNothingHadBeenOrSaysSo(boolean staged, Cut cut) throws Exception {
        proxy.cutAt(0, cut);
        RunOutcome undisturbed = run(staged);
        assertThat(undisturbed.diagnostics()).isEmpty();
        Map<String, String> expected = output();
        int statements = proxy.executed();
        assertThat(statements).isGreaterThan(20);
        int gaveUp = 0;
        for (int n = 1; n <= statements; n++) {
            clear();
            proxy.cutAt(n, cut);
            RunOutcome outcome = run(staged);
            assertThat(proxy.hasCut()).as("cut at %s", n).isTrue();
            if (outcome.diagnostics().isEmpty()) {
                assertThat(output()).as("cut at %s", n).isEqualTo(expected);
            } else {
                gaveUp++;
                assertThat(outcome.diagnostics()).as("cut at %s", n).extracting(Diagnostic::code).containsExactly(RunCode.DATABASE_CONNECTION);
                assertThat(files()).as("cut at %s", n).isEmpty();
            }
        }
        records.settle();
        assertThat(records.left()).isEmpty();
        // before there is a session there is nothing to go on with
        assertThat(gaveUp).isLessThan(20);
    }

    @Test
    void aConnectionThatIsAlwaysLostIsGivenUpAfterABoundedNumberOfTries() throws Exception {
        proxy.cutAllFrom(25);
        long begun = System.nanoTime();
        RunOutcome outcome = run(true);
        assertThat(outcome.diagnostics()).extracting(Diagnostic::code).containsExactly(RunCode.DATABASE_CONNECTION);
        assertThat(files()).isEmpty();
        assertThat(System.nanoTime() - begun).isLessThan(60_000_000_000L);
        proxy.cutAt(0, Cut.BEFORE);
    }

    private RunOutcome run(boolean staged) throws Exception {
        return Records.run(study, proxy.port(), settings(staged), folder, new Cancellation());
    }

    private Map<String, String> output() throws IOException {
        assertThat(files()).containsExactlyInAnyOrder("dataset.csv", "tests.csv");
        return Map.of("dataset", Files.readString(folder.resolve("out/dataset.csv")), "tests", Files.readString(folder.resolve("out/tests.csv")));
    }

    private List<String> files() throws IOException {
        if (!Files.exists(folder.resolve("out"))) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder.resolve("out"))) {
            return all.map(file -> file.getFileName().toString()).toList();
        }
    }

    private void clear() throws IOException {
        for (String file : files()) {
            Files.delete(folder.resolve("out").resolve(file));
        }
    }
}
