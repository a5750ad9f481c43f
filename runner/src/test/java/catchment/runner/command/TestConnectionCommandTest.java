package catchment.runner.command;

import static org.assertj.core.api.Assertions.assertThat;

import catchment.grammar.diagnostic.ExitCode;
import catchment.runner.command.Shell.Ran;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether a database answers. */
final class TestConnectionCommandTest {
    @TempDir
    Path folder;

    @Test
    void aDatabaseThatAnswersIsASuccess() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("records.duckdb"));
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE patients (patient_id BIGINT)");
        }
        Ran ran = new Shell(folder).run("test-connection", "--url", "duckdb:///" + folder.resolve("records.duckdb").toString().substring(1));
        assertThat(ran.out()).isEqualTo("SUCCESS\n");
        assertThat(ran.err()).isEqualTo("a DuckDB database with 1 table\n");
    }

    @Test
    void aFolderOfTablesIsOneToo() {
        Ran ran = new Shell(folder, Map.of("DATABASE_URL", "tables")).with("tables/patients.csv", "patient_id\n1\n").run("test-connection");
        assertThat(ran.exit()).isEqualTo(ExitCode.OK);
        assertThat(ran.out()).isEqualTo("SUCCESS\n");
    }

    @Test
    void whatDoesNotAnswerIsToldAsARunWouldTellIt() {
        Shell shell = new Shell(folder).with("empty/readme.txt", "").with("text.duckdb", "no database");
        assertThat(shell.run("test-connection").exit()).isEqualTo(ExitCode.USAGE);
        assertThat(shell.run("test-connection").err()).contains("nothing says which database");
        assertThat(shell.run("test-connection", "-u", "gone.duckdb").err()).contains("catchment help dsn-unusable");
        assertThat(shell.run("test-connection", "-u", "text.duckdb").err()).contains("is not a DuckDB database");
        assertThat(shell.run("test-connection", "-u", "empty").err()).contains("holds no table");
        assertThat(shell.run("test-connection", "-u", "empty", "-b", "nowhere").err()).contains("there is no backend `nowhere`");
        assertThat(shell.run("test-connection", "-u", "gone.duckdb").out()).isEmpty();
    }
}
