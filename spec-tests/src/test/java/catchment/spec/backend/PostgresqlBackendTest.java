package catchment.spec.backend;

import static org.assertj.core.api.Assertions.assertThat;

import catchment.grammar.diagnostic.ExitCode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backend over a live PostgreSQL: what is compared before a run, and a run. */
final class PostgresqlBackendTest {
    private static final String BACKEND = """
            from catchment.backends import backend, column, mapped, query
            from ehrql.tables import core


            @backend
            class clinic:
                dialect = "postgresql"
                everyone = core.patients
                tables = [
                    mapped(core.patients, "clinic.people", patient_id="id", date_of_birth="born", sex="sex", date_of_death=column("died", missing=["9999-12-31"])),
                    query(core.medications, "SELECT person, given::date AS date, code AS dmd_code FROM clinic.drugs", patient_id="person"),
                ]
            """;
    private static final String DEFINITION = """
            from ehrql import create_dataset
            from ehrql.tables.core import medications, patients

            dataset = create_dataset()
            dataset.define_population(patients.date_of_birth < "2000-01-01")
            dataset.died = patients.date_of_death
            dataset.first = medications.date.minimum_for_patient()
            dataset.drugs = medications.where(medications.date > "2019-12-31").count_for_patient()
            """;

    @TempDir
    Path folder;

    @Test
    void isComparedAndRun() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().setServerConfig("fsync", "off").setServerConfig("shared_buffers", "64MB").start();
                Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    CREATE SCHEMA clinic;
                    CREATE TABLE clinic.people (id bigint NOT NULL, born date NOT NULL, sex text NOT NULL, died date NOT NULL);
                    CREATE TABLE clinic.drugs (person bigint NOT NULL, given timestamp, code text);
                    INSERT INTO clinic.people VALUES (1, '1950-01-01', 'male', '9999-12-31'), (2, '1960-01-01', 'female', '2020-02-02'), (3, '2001-01-01', 'male', '9999-12-31');
                    INSERT INTO clinic.drugs VALUES (1, '2019-01-01 10:00', '100000001'), (1, '2020-01-01 23:00', '100000001'), (3, '2020-01-01', '100000001'), (9, '2020-01-01', '100000001');
                    """);
            Files.writeString(folder.resolve("clinic.ehrql"), BACKEND);
            Files.writeString(folder.resolve("d.ehrql"), DEFINITION);
            Map<String, String> environment =
                    Map.of("DATABASE_URL", "postgresql://postgres@localhost:" + server.getPort() + "/postgres", "OPENSAFELY_BACKEND", "clinic.ehrql");
            BackendRun.Said checked = BackendRun.command(folder, environment, "backend", "check", "--rows");
            assertThat(checked.err()).isEmpty();
            assertThat(checked.out()).isEqualTo("the backend `clinic` has 2 tables, and the database holds each as it says\n");
            BackendRun.Said ran = BackendRun.command(folder, environment, "generate-dataset", "d.ehrql", "--output", "out.csv");
            assertThat(ran.exit()).as(ran.err()).isEqualTo(ExitCode.OK);
            assertThat(Files.readString(folder.resolve("out.csv")).replace("\r\n", "\n"))
                    .isEqualTo("patient_id,died,first,drugs\n1,,2019-01-01,1\n2,2020-02-02,,0\n");

            statement.execute("ALTER TABLE clinic.people ALTER born DROP NOT NULL; ALTER TABLE clinic.people ALTER sex TYPE bytea USING sex::bytea; ALTER TABLE clinic.drugs ALTER person TYPE int;"
                    + " ALTER TABLE clinic.people RENAME died TO deceased");
            BackendRun.Said broken = BackendRun.command(folder, environment, "backend", "check");
            assertThat(broken.exit()).isEqualTo(ExitCode.DATABASE);
            assertThat(broken.err())
                    .contains("the table `patients` has no column `died`, which is its `date_of_death`")
                    .contains("the column `sex` of `patients` has the type BINARY")
                    .contains("the column `born` of `patients` may be missing, and `date_of_birth` never is")
                    .contains("cannot be joined by an index")
                    .contains("3 errors, 1 warning");
            assertThat(BackendRun.command(folder, environment, "generate-dataset", "d.ehrql").exit()).isEqualTo(ExitCode.DATABASE);
        }
    }
}
