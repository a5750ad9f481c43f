package catchment.spec.faults;

import static org.assertj.core.api.Assertions.assertThat;

import catchment.grammar.diagnostic.ExitCode;
import catchment.runner.command.Catchment;
import catchment.runner.report.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Runs on a server that are ended from outside, as processes. Runs once the runner has been packaged. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EndedRunsIT {
    private static final long LONGEST = 60_000;
    /** Seconds of a reading. */
    private static final double SHORT = 0.5;
    private static final double LONG = 60;

    @TempDir
    Path folder;

    private final Random random = new Random(20);
    private Records records;

    @BeforeAll
    void aServer() throws Exception {
        records = new Records(200);
    }

    @AfterAll
    void end() throws IOException {
        records.close();
    }

    @BeforeEach
    void aStudy() throws IOException {
        Files.writeString(folder.resolve("definition.ehrql"), Records.DEFINITION);
    }

    @Test
    void whatAKilledRunLeavesIsRemovedAndWhatALivingOneHasIsNot() throws Exception {
        records.pace(LONG);
        Process run = start("--staging", "scratch");
        until(() -> !records.left().isEmpty());
        assertThat(janitor()).contains("kept, the run may live").doesNotContain("removed");
        List<String> made = records.left();
        assertThat(made).isNotEmpty();

        Processes.signal(run, "KILL");
        Processes.ended(run);
        records.settle();
        assertThat(records.left()).containsAll(made);
        assertThat(janitor("--dry-run")).contains(": left");
        assertThat(records.left()).containsAll(made);
        assertThat(janitor("--older-than", "1h")).contains("kept");
        assertThat(janitor()).contains(": removed");
        assertThat(records.left()).isEmpty();
        assertThat(janitor()).contains("no run has left a table");
        assertThat(files()).noneMatch(file -> file.endsWith("dataset.csv"));
    }

    @RepeatedTest(10)
    void aRunThatIsStoppedAtAnyMomentLeavesNothing(RepetitionInfo repetition) throws Exception {
        records.pace(SHORT);
        Process run = repetition.getCurrentRepetition() % 2 == 0 ? start("--staging", "scratch") : start();
        until(() -> !records.sessions().isEmpty() || !run.isAlive());
        Thread.sleep(random.nextInt(1_500));
        Processes.signal(run, "INT");
        int exit = Processes.ended(run);
        if (exit == 0) {
            assertThat(files()).contains("out/dataset.csv", "out/tests.csv");
        } else {
            assertThat(exit).as(Processes.said(folder, "run")).isEqualTo(130);
            assertThat(Processes.said(folder, "run")).contains("the run was stopped: no output was written");
            assertThat(folder.resolve("out")).doesNotExist();
        }
        records.settle();
        assertThat(records.left()).isEmpty();
    }

    private Process start(String... more) throws IOException {
        String[] words = Stream.concat(
                        Stream.of("generate-dataset", "definition.ehrql", "--dsn", Records.dsn(records.port()), "--output", "out:csv"), Stream.of(more))
                .toArray(String[]::new);
        return Processes.start(folder, "run", words);
    }

    private String janitor(String... more) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
        String[] words = Stream.concat(Stream.of("janitor", "--dsn", Records.dsn(records.port())), Stream.of(more)).toArray(String[]::new);
        ExitCode exit = Catchment.run(new Terminal(stream, stream, folder, Map.of(), false), words);
        assertThat(exit).as(said.toString(StandardCharsets.UTF_8)).isEqualTo(ExitCode.OK);
        return said.toString(StandardCharsets.UTF_8);
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void until(Condition condition) throws Exception {
        long begun = System.currentTimeMillis();
        while (!condition.holds()) {
            assertThat(System.currentTimeMillis() - begun).as("it is at work").isLessThan(LONGEST);
            Thread.sleep(10);
        }
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).map(file -> folder.relativize(file).toString()).toList();
        }
    }
}
