package catchment.runtime.run;

import static org.assertj.core.api.Assertions.assertThat;

import catchment.compiler.definition.DatasetDefinition;
import catchment.compiler.definition.DummyDataSettings;
import catchment.compiler.definition.Spans;
import catchment.compiler.model.Count;
import catchment.compiler.model.Exists;
import catchment.compiler.model.PickOneRowPerPatient;
import catchment.compiler.model.SelectColumn;
import catchment.compiler.model.SelectPatientTable;
import catchment.compiler.model.SelectTable;
import catchment.compiler.model.Series;
import catchment.compiler.model.Sort;
import catchment.compiler.model.TableDefinition;
import catchment.compiler.model.TableSchema;
import catchment.compiler.model.Type;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.runtime.Cancellation;
import catchment.runtime.Progress;
import catchment.runtime.engine.DataLocation;
import catchment.runtime.engine.Engine;
import catchment.runtime.engine.RunCode;
import catchment.runtime.output.OutputTarget;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that is reached over JDBC, here SQLite. */
final class DatabaseRunTest {
    private static final SelectPatientTable PATIENTS =
            new SelectPatientTable(table("patients", new TableSchema.Column("sex", Type.STR, List.of(), List.of())));
    private static final SelectTable EVENTS = new SelectTable(table(
            "events", new TableSchema.Column("d", Type.DATE, List.of(), List.of()), new TableSchema.Column("f", Type.FLOAT, List.of(), List.of())));
    private static final DatasetDefinition DATASET = dataset();

    @TempDir
    Path work;

    private static TableDefinition table(String name, TableSchema.Column... columns) {
        return new TableDefinition("study", name, name, new TableSchema(List.of(columns)), Optional.empty(), new TableDefinition.Activation.None());
    }

    private static DatasetDefinition dataset() {
        Map<String, Series> variables = new LinkedHashMap<>();
        variables.put("sex", new SelectColumn(PATIENTS, "sex"));
        variables.put("events", new Count(EVENTS));
        PickOneRowPerPatient last =
                new PickOneRowPerPatient(new Sort(EVENTS, new SelectColumn(EVENTS, "d")), PickOneRowPerPatient.Position.LAST);
        variables.put("last_day", new SelectColumn(last, "d"));
        variables.put("last_value", new SelectColumn(last, "f"));
        return new DatasetDefinition(new Exists(PATIENTS), variables, Map.of(), DummyDataSettings.DATASET_DEFAULT);
    }

    private RunOutcome run(DataSource source, Engine engine) throws Exception {
        return DatasetRun.run(new RunRequest(
                DATASET,
                new Spans(),
                source,
                engine,
                OutputTarget.parse("out.csv"),
                new ArrayList<String>()::add,
                work,
                Progress.NONE,
                new Cancellation(),
                Map.of()));
    }

    private void database(String... statements) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + work.resolve("records.db"));
                Statement statement = connection.createStatement()) {
            for (String text : statements) {
                statement.execute(text);
            }
        }
    }

    @Test
    void aFileIsReadUnderItsOwnNamesAndNothingIsLeftInIt() throws Exception {
        database(
                "CREATE TABLE patients (patient_id INTEGER, sex TEXT, more TEXT)",
                "CREATE TABLE events (patient_id INTEGER, d DATE, f REAL)",
                "INSERT INTO patients VALUES (1, 'female', 'x'), (2, 'male', NULL), (3, NULL, NULL)",
                "INSERT INTO events VALUES (1, '2020-01-31', 1.5), (1, '2021-02-28', NULL), (2, '2020-03-01', 9e999), (4, '2020-01-01', 1.0)");
        byte[] before = Files.readAllBytes(work.resolve("records.db"));
        RunOutcome outcome = run(new DataSource.Records(DataLocation.parse("sqlite:///records.db", work)), Engine.named("sqlite"));
        assertThat(outcome.diagnostics()).isEmpty();
        assertThat(work.resolve("out.csv")).hasContent("patient_id,sex,events,last_day,last_value\r\n"
                + "1,female,2,2021-02-28,\r\n2,male,1,2020-03-01,\r\n3,,0,,\r\n");
        assertThat(Files.readAllBytes(work.resolve("records.db"))).isEqualTo(before);
    }

    @Test
    void everyTableAndColumnThatIsMissingIsToldAtOnce() throws Exception {
        database("CREATE TABLE patient (patient_id INTEGER, sex TEXT)", "CREATE TABLE events (patient_id INTEGER, day DATE)");
        RunOutcome outcome = run(new DataSource.Records(DataLocation.parse("sqlite:///records.db", work)), Engine.named("sqlite"));
        assertThat(outcome.diagnostics()).extracting(Diagnostic::code).containsOnly(RunCode.DATABASE_TABLE_MISSING).hasSize(3);
        assertThat(outcome.diagnostics()).extracting(Diagnostic::message).anyMatch(text -> text.contains("`patients`")).anyMatch(text -> text.contains("column `d`"))
                .anyMatch(text -> text.contains("column `f`"));
        assertThat(work.resolve("out.csv")).doesNotExist();
    }

    @Test
    void dummyTablesAreLoadedIntoADatabaseInProcess() throws Exception {
        Files.createDirectories(work.resolve("tables"));
        Files.writeString(work.resolve("tables/patients.csv"), "patient_id,sex\n1,F\n");
        Files.writeString(work.resolve("tables/events.csv"), "patient_id,d,f\n1,2020-02-29,0.5\n");
        RunOutcome outcome = run(new DataSource.DummyTables(Path.of("tables")), Engine.named("sqlite"));
        assertThat(outcome.diagnostics()).isEmpty();
        assertThat(work.resolve("out.csv")).hasContent("patient_id,sex,events,last_day,last_value\r\n1,F,1,2020-02-29,0.5\r\n");
    }

    @Test
    void anotherEngineThanThatOfTheDatabaseAndOneThatIsNotInProcessAreRefused() throws Exception {
        database("CREATE TABLE patients (patient_id INTEGER, sex TEXT)");
        for (String engine : List.of("postgresql", "duckdb", "reference")) {
            RunOutcome outcome = run(new DataSource.Records(DataLocation.parse("sqlite:///records.db", work)), Engine.named(engine));
            assertThat(outcome.diagnostics()).as(engine).extracting(Diagnostic::code).containsExactly(RunCode.ENGINE_UNSUITED);
        }
        Files.createDirectories(work.resolve("tables"));
        Files.writeString(work.resolve("tables/patients.csv"), "patient_id,sex\n1,F\n");
        Files.writeString(work.resolve("tables/events.csv"), "patient_id,d,f\n");
        RunOutcome outcome = run(new DataSource.DummyTables(Path.of("tables")), Engine.named("postgresql"));
        assertThat(outcome.diagnostics()).extracting(Diagnostic::code).containsExactly(RunCode.ENGINE_UNSUITED);
    }
}
