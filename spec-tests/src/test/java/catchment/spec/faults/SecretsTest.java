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
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever goes wrong with a database, nothing that its DSN says is told. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SecretsTest {
    private static final String PASSWORD = "hunter2%2Fp%40ss";
    private static final List<String> SECRETS = List.of("hunter2", "somebody", "records_db", "no.such.host");

    @TempDir
    Path folder;

    private Records records;

    @BeforeAll
    void aServer() throws Exception {
        records = new Records(20);
        Path access = Path.of(records.ask("SHOW hba_file").getFirst());
        Files.writeString(access, "host all somebody 127.0.0.1/32 scram-sha-256\n" + Files.readString(access));
        records.execute("CREATE ROLE somebody LOGIN PASSWORD 'another'", "SELECT pg_reload_conf()");
    }

    @AfterAll
    void end() throws IOException {
        records.close();
    }

    @BeforeEach
    void aStudy() throws IOException {
        Files.writeString(folder.resolve("definition.ehrql"), Records.DEFINITION);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ' ', value = {
        "postgresql://somebody:WORD@127.0.0.1:1/records_db CONNECTION",
        "postgresql://somebody:WORD@no.such.host:5432/records_db CONNECTION",
        "postgresql://somebody:WORD@127.0.0.1:PORT/postgres DATABASE",
        "postgresql://postgres:WORD@127.0.0.1:PORT/records_db DATABASE",
        "postgresql://somebody:WORD@127.0.0.1:PORT/postgres?sslmode=hunter2 CONNECTION",
        "postgresql://somebody:WORD@127.0.0.1:PORT/postgres?loggerFile=hunter2 USAGE",
        "postgresql://somebody:WORD@127.0.0.1:PORT/postgres?sslmode=require CONNECTION",
        "postgresql://somebody:hunter2@x@127.0.0.1:PORT/postgres USAGE",
        "postgresql://somebody:hunter2%zz@127.0.0.1:PORT/postgres USAGE",
        "postgresql://somebody:WORD@127.0.0.1:PORT USAGE",
        "mssql://somebody:WORD@127.0.0.1:1/records_db CONNECTION",
        "mssql://somebody:WORD@127.0.0.1:1/records_db?encrypt=hunter2 DATABASE",
        "mssql://somebody:WORD@127.0.0.1:1/records_db?trustManagerClass=hunter2 USAGE",
        "trino://somebody:WORD@127.0.0.1:1/records_db/hunter2 CONNECTION",
        "trino://somebody:WORD@127.0.0.1:1/records_db/hunter2?SSLKeyStorePath=hunter2 USAGE",
        "oracle://somebody:WORD@no.such.host/records_db USAGE",
    })
    void nothingOfADsnIsTold(String dsn, ExitCode exit) {
        String text = dsn.replace("WORD", PASSWORD).replace("PORT", Integer.toString(records.port()));
        for (String[] command : new String[][] {{"test-connection", "--url"}, {"generate-dataset", "definition.ehrql", "--output", "out:csv", "--dsn"}}) {
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
            Terminal terminal = new Terminal(stream, stream, folder, Map.of("EHRQL_PERMISSIONS", "[\"event_level_data\"]"), false);
            ExitCode ended = Catchment.run(terminal, Stream.concat(Stream.of(command), Stream.of(text)).toArray(String[]::new));
            assertThat(said.toString(StandardCharsets.UTF_8)).doesNotContain(SECRETS.toArray(String[]::new)).contains("error: ");
            assertThat(ended).as(said.toString(StandardCharsets.UTF_8)).isEqualTo(exit);
            assertThat(folder.resolve("out")).doesNotExist();
        }
    }

    @Test
    void aServerThatGoesAwayInTheMiddleTellsNothingEither() throws Exception {
        try (CuttingProxy proxy = new CuttingProxy(records.port())) {
            proxy.cutAllFrom(20);
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
            Terminal terminal = new Terminal(stream, stream, folder, Map.of("EHRQL_PERMISSIONS", "[\"event_level_data\"]"), false);
            ExitCode exit = Catchment.run(terminal, "generate-dataset", "definition.ehrql", "--retries", "0", "--dsn", Records.dsn(proxy.port()));
            assertThat(exit).as(said.toString(StandardCharsets.UTF_8)).isEqualTo(ExitCode.CONNECTION);
            assertThat(said.toString(StandardCharsets.UTF_8)).doesNotContain("secret");
        }
    }
}
