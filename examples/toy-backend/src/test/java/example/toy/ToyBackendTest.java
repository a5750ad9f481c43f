package example.toy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import catchment.grammar.diagnostic.ExitCode;
import catchment.runner.command.Catchment;
import catchment.runner.report.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database, a definition, and the rows that have to come. */
final class ToyBackendTest {
    @Test
    void aDefinitionReadsTheDatabaseThroughTheBackend(@TempDir Path folder) throws Exception {
        try (Connection database = DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("practice.duckdb")); Statement statement = database.createStatement()) {
            statement.execute("CREATE TABLE people (person BIGINT, born DATE, sex VARCHAR, died DATE)");
            statement.execute("CREATE TABLE left_out (person BIGINT)");
            statement.execute("CREATE TABLE diary (person BIGINT, day DATE, code VARCHAR, measured FLOAT, struck_out BOOLEAN)");
            statement.execute("INSERT INTO people VALUES (1, '1950-01-01', 'female', '9999-12-31'), (2, '1960-01-01', 'male', '2020-02-02'), (3, '1970-01-01', 'male', NULL)");
            statement.execute("INSERT INTO left_out VALUES (3)");
            statement.execute("INSERT INTO diary VALUES (1, '2020-01-01', '195967001', 7.5, FALSE), (2, '2020-01-01', '195967001', 1, TRUE), (3, '2020-01-01', '195967001', 1, FALSE)");
        }
        Files.writeString(folder.resolve("definition.ehrql"), """
                from ehrql import create_dataset
                from ehrql.tables.core import clinical_events, patients

                dataset = create_dataset()
                dataset.define_population(patients.exists_for_patient())
                dataset.died = patients.date_of_death
                dataset.events = clinical_events.count_for_patient()
                """);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(stream(out), stream(said), folder, Map.of(), false);
        ExitCode ended = Catchment.run(
                terminal, "generate-dataset", "definition.ehrql", "--backend", "toy", "--dsn", folder.resolve("practice.duckdb").toString(), "--output", "rows.csv");
        assertEquals(ExitCode.OK, ended, said.toString(StandardCharsets.UTF_8));
        assertEquals("patient_id,died,events\r\n1,,1\r\n2,2020-02-02,0\r\n", Files.readString(folder.resolve("rows.csv")));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
