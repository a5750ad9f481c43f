package catchment.runtime.run;

import static catchment.runtime.Definitions.*;
import static org.assertj.core.api.Assertions.assertThat;

import catchment.compiler.definition.DatasetDefinition;
import catchment.compiler.definition.Spans;
import catchment.compiler.model.Aggregate;
import catchment.compiler.model.Count;
import catchment.compiler.model.InlinePatientTable;
import catchment.compiler.model.InlineRows;
import catchment.compiler.model.Series;
import catchment.compiler.model.SeriesCollection;
import catchment.compiler.model.TableDefinition;
import catchment.compiler.model.TableSchema;
import catchment.compiler.model.Type;
import catchment.dialects.program.SqlProgram;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.diagnostic.ExitCode;
import catchment.runtime.Cancellation;
import catchment.runtime.Progress;
import catchment.runtime.RunException;
import catchment.runtime.data.DataCode;
import catchment.runtime.engine.DataLocation;
import catchment.runtime.engine.Engine;
import catchment.runtime.engine.RunCode;
import catchment.runtime.output.OutputTarget;
import java.io.IOException;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DatasetRunTest {
    private static final Map<String, Series> VARIABLES = new LinkedHashMap<>();

    static {
        VARIABLES.put("sex", select(PATIENTS, "sex"));
        VARIABLES.put("visits", node(new Count(EVENTS)));
    }

    private static final DatasetDefinition DATASET = dataset(exists(PATIENTS), VARIABLES);

    /** What a dialect would make of it, near enough. */
    private static final SqlProgram PROGRAM = program(
            "SELECT p.patient_id, p.sex, coalesce(e.n, 0) AS visits FROM patients p LEFT JOIN "
                    + "(SELECT patient_id, count(*) AS n FROM events GROUP BY 1) e USING (patient_id) ORDER BY 1");

    @TempDir
    Path work;

    private final List<String> console = new ArrayList<>();

    private static SqlProgram program(String sql) {
        return new SqlProgram(
                "duckdb",
                List.of(),
                List.of(),
                List.of(new SqlProgram.ResultQuery(
                        "dataset",
                        new SqlProgram.Statement(sql, "the dataset", List.of()),
                        List.of(
                                new SqlProgram.Column("patient_id", Type.INT),
                                new SqlProgram.Column("sex", Type.STR),
                                new SqlProgram.Column("visits", Type.INT)))),
                List.of());
    }

    private RunRequest request(DatasetDefinition dataset, DataSource source, Engine engine, String output) throws RunException {
        return new RunRequest(
                dataset,
                new Spans(),
                source,
                engine,
                output.isEmpty() ? new OutputTarget.Console() : OutputTarget.parse(output),
                console::add,
                work,
                Progress.NONE,
                new Cancellation(),
                Map.of());
    }

    private void write(String path, String text) throws IOException {
        Path file = work.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void tables() throws IOException {
        write("tables/patients.csv", "patient_id,date_of_birth,sex\n2,,male\n1,1980-07-01,female\n");
        write("tables/events.csv", "patient_id,i,b,d,f,j,s\n1,1,,,,,\n1,2,,,,,\n3,1,,,,,\n");
    }

    private List<String> made() throws IOException {
        try (Stream<Path> files = Files.walk(work)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> work.relativize(file).toString())
                    .filter(file -> !file.startsWith("tables"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void tablesBecomeADatasetOnEitherEngine() throws Exception {
        tables();
        for (Engine engine : List.of(Engine.DUCKDB, Engine.REFERENCE)) {
            RunOutcome outcome = DatasetRun.run(request(DATASET, new DataSource.DummyTables(Path.of("tables")), engine, "out.csv"), (_, _, _, _, _) -> PROGRAM);
            assertThat(outcome.diagnostics()).isEmpty();
            assertThat(outcome.rows()).containsExactly(Map.entry("dataset", 2L));
            assertThat(work.resolve("out.csv")).hasContent("patient_id,sex,visits\r\n1,female,2\r\n2,male,0\r\n");
            Files.delete(work.resolve("out.csv"));
        }
    }

    @Test
    void aDatasetIsShownOnTheConsole() throws Exception {
        tables();
        DatasetRun.run(request(DATASET, new DataSource.DummyTables(Path.of("tables")), Engine.REFERENCE, ""));
        assertThat(console).containsExactly("patient_id  sex     visits", "----------  ------  ------", "         1  female       2", "         2  male         0");
    }

    @Test
    void faultsOfAllFilesAreToldAtOnceAndNothingIsWritten() throws Exception {
        write("tables/patients.csv", "patient_id,date_of_birth,sex\n1,1980-07-01,F\n");
        write("tables/events.csv", "patient_id,b,d,f,i,j,s\nx,,,,,,\n");
        for (Engine engine : List.of(Engine.DUCKDB, Engine.REFERENCE)) {
            RunOutcome outcome = DatasetRun.run(request(DATASET, new DataSource.DummyTables(Path.of("tables")), engine, "out/:csv"), (_, _, _, _, _) -> PROGRAM);
            assertThat(outcome.diagnostics()).extracting(Diagnostic::code).containsExactly(DataCode.DUMMY_PATIENT_ID, DataCode.DUMMY_CATEGORY);
            assertThat(made()).isEmpty();
        }
    }

    @Test
    void eventTablesWantAFolder() throws Exception {
        tables();
        DatasetDefinition events = dataset(exists(PATIENTS), VARIABLES, Map.of("visits", node(new SeriesCollection(Map.of("i", select(EVENTS, "i"))))));
        RunOutcome refused = DatasetRun.run(request(events, new DataSource.DummyTables(Path.of("tables")), Engine.REFERENCE, "out.csv"));
        assertThat(refused.diagnostics()).singleElement().satisfies(fault -> assertThat(fault.code().exitCode()).isEqualTo(ExitCode.USAGE));
        RunOutcome outcome = DatasetRun.run(request(events, new DataSource.DummyTables(Path.of("tables")), Engine.REFERENCE, "out:csv"));
        assertThat(outcome.rows()).containsEntry("dataset", 2L).containsEntry("visits", 2L);
        assertThat(made()).containsExactly("out/dataset.csv", "out/visits.csv");
    }

    @Test
    void aFinishedOutputIsCheckedAndWrittenAgainInItsOrder() throws Exception {
        write("made.csv", "visits,sex,patient_id\n5,male,7\n6,female,3\n");
        RunOutcome outcome = DatasetRun.run(request(DATASET, new DataSource.DummyDataFile(Path.of("made.csv")), Engine.DUCKDB, "out.csv"));
        assertThat(outcome.diagnostics()).isEmpty();
        assertThat(work.resolve("out.csv")).hasContent("patient_id,sex,visits\r\n3,female,6\r\n7,male,5\r\n");
        write("made.csv", "visits,patient_id\n5,7\n");
        RunOutcome refused = DatasetRun.run(request(DATASET, new DataSource.DummyDataFile(Path.of("made.csv")), Engine.DUCKDB, "again.csv"));
        assertThat(refused.diagnostics()).extracting(Diagnostic::code).containsExactly(DataCode.DUMMY_COLUMN_MISSING);
        assertThat(made()).containsExactly("made.csv", "out.csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "csv.gz", "arrow", "parquet"})
    void aTableFromAFileIsReadInEveryFormatThatIsWritten(String format) throws Exception {
        tables();
        DataSource source = new DataSource.DummyTables(Path.of("tables"));
        assertThat(DatasetRun.run(request(DATASET, source, Engine.REFERENCE, "inputs/before." + format)).diagnostics()).isEmpty();
        TableSchema columns = new TableSchema(List.of(
                new TableSchema.Column("sex", Type.STR, List.of(), List.of()), new TableSchema.Column("visits", Type.INT, List.of(), List.of())));
        InlinePatientTable inline = new InlinePatientTable(
                new TableDefinition("test", "before", "before", columns, Optional.empty(), new TableDefinition.Activation.None()),
                new InlineRows.File(Path.of("inputs/before." + format)));
        Map<String, Series> variables = new LinkedHashMap<>();
        variables.put("sex", select(inline, "sex"));
        variables.put("visits", select(inline, "visits"));
        for (Engine engine : List.of(Engine.REFERENCE, Engine.DUCKDB)) {
            RunOutcome outcome = DatasetRun.run(request(dataset(exists(inline), variables), source, engine, "out.csv"));
            assertThat(outcome.diagnostics()).isEmpty();
            assertThat(work.resolve("out.csv")).hasContent("patient_id,sex,visits\r\n1,female,2\r\n2,male,0\r\n");
        }
    }

    @Test
    void aTableFromAFileIsReadAndItsFaultsAreTold() throws Exception {
        tables();
        InlinePatientTable inline = new InlinePatientTable(
                new TableDefinition(
                        "test", "t", "t", new TableSchema(List.of(new TableSchema.Column("n", Type.INT, List.of(), List.of()))), Optional.empty(), new TableDefinition.Activation.None()),
                new InlineRows.File(Path.of("extra.csv")));
        DatasetDefinition dataset = dataset(exists(inline), Map.of("n", select(inline, "n"), "most", aggregate(Aggregate.Kind.MAX, select(EVENTS, "i"))));
        RunRequest request = request(dataset, new DataSource.DummyTables(Path.of("tables")), Engine.REFERENCE, "out.csv");
        assertThat(DatasetRun.run(request).diagnostics()).extracting(Diagnostic::message).containsExactly("there is no file `extra.csv`");
        write("extra.csv", "patient_id,n\n1,5\n8,x\n");
        assertThat(DatasetRun.run(request).diagnostics()).extracting(Diagnostic::code).containsExactly(DataCode.DUMMY_NUMBER);
        write("extra.csv", "patient_id,n,more\n1,5,\n8,,\n");
        assertThat(DatasetRun.run(request).diagnostics()).isEmpty();
        assertThat(Files.readAllLines(work.resolve("out.csv"))).hasSize(3);
    }

    @Test
    void aDatabaseFileIsReadWithTheTypesOfTheModel() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + work.resolve("records.duckdb"));
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE patients (patient_id INTEGER, date_of_birth DATE, sex VARCHAR)");
            statement.execute("INSERT INTO patients VALUES (2, NULL, 'male'), (1, NULL, 'female')");
            statement.execute("CREATE TABLE events (patient_id SMALLINT, i INTEGER)");
            statement.execute("INSERT INTO events VALUES (1, 5)");
        }
        for (String dsn : List.of("records.duckdb", "duckdb://records.duckdb?threads=1", "duckdb://" + work.resolve("records.duckdb"))) {
            DataSource source = new DataSource.Records(DataLocation.parse(dsn, work));
            RunOutcome outcome = DatasetRun.run(request(DATASET, source, Engine.DUCKDB, "out.csv"), (_, _, _, _, _) -> PROGRAM);
            assertThat(outcome.diagnostics()).isEmpty();
            assertThat(work.resolve("out.csv")).hasContent("patient_id,sex,visits\r\n1,female,1\r\n2,male,0\r\n");
        }
        DataSource source = new DataSource.Records(DataLocation.parse("records.duckdb", work));
        DatasetDefinition more = dataset(exists(PATIENTS), Map.of("s", aggregate(Aggregate.Kind.MAX, select(EVENTS, "s"))));
        RunOutcome refused = DatasetRun.run(request(more, source, Engine.DUCKDB, "again.csv"), (_, _, _, _, _) -> PROGRAM);
        assertThat(refused.diagnostics()).singleElement().satisfies(fault -> {
            assertThat(fault.message()).isEqualTo("the table `events` of the database has no column `s`, which the definition uses");
            assertThat(fault.code().exitCode()).isEqualTo(ExitCode.DATABASE);
        });
    }

    @Test
    void whatIsNotFiniteOrOutsideTheCalendarReadsAsNull() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + work.resolve("records.duckdb"));
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE events AS SELECT * FROM (VALUES (1, 'nan'::FLOAT, DATE '0001-01-01'), (2, 'inf'::FLOAT, DATE '10000-01-01'), "
                    + "(3, 0.5::FLOAT, DATE '0044-03-15 (BC)'), (4, '-inf'::FLOAT, DATE '9999-12-31'), (5, NULL, DATE 'infinity')) AS t(patient_id, f, d)");
        }
        Map<String, Series> variables = new LinkedHashMap<>();
        variables.put("f", aggregate(Aggregate.Kind.MAX, select(EVENTS, "f")));
        variables.put("d", aggregate(Aggregate.Kind.MAX, select(EVENTS, "d")));
        DataSource source = new DataSource.Records(DataLocation.parse("records.duckdb", work));
        RunOutcome outcome = DatasetRun.run(request(dataset(exists(EVENTS), variables), source, Engine.DUCKDB, "out.csv"));
        assertThat(outcome.diagnostics()).isEmpty();
        assertThat(work.resolve("out.csv")).hasContent("patient_id,f,d\r\n1,,0001-01-01\r\n2,,\r\n3,0.5,\r\n4,,9999-12-31\r\n5,,\r\n");
    }

    @Test
    void aDatabaseThatIsInUseIsNoLostCause() throws Exception {
        Path file = work.resolve("records.duckdb");
        Process holder = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(), "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"), Holder.class.getName(), file.toString())
                .redirectErrorStream(true)
                .start();
        try {
            assertThat(holder.inputReader().lines().anyMatch("held"::equals)).isTrue();
            DataSource source = new DataSource.Records(DataLocation.parse("records.duckdb", work));
            RunOutcome outcome = DatasetRun.run(request(DATASET, source, Engine.DUCKDB, "out.csv"), (_, _, _, _, _) -> PROGRAM);
            assertThat(outcome.diagnostics()).extracting(Diagnostic::code).containsExactly(RunCode.DATABASE_CONNECTION);
        } finally {
            holder.destroy();
        }
    }

    /** Holds a database open until it is ended. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] arguments) throws Exception {
            try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + arguments[0]);
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE patients (patient_id INTEGER, sex VARCHAR)");
                System.out.println("held");
                Thread.sleep(60_000);
            }
        }
    }

    @Test
    void whatTheDatabaseRefusesIsToldInOneLineAndNothingIsWritten() throws Exception {
        tables();
        RunOutcome outcome = DatasetRun.run(
                request(DATASET, new DataSource.DummyTables(Path.of("tables")), Engine.DUCKDB, "out.parquet"),
                (_, _, _, _, _) -> program("SELECT patient_id, sex, CAST(sex AS BIGINT) AS visits FROM patients"));
        assertThat(outcome.diagnostics()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo(RunCode.DATABASE_ERROR);
            assertThat(fault.message()).startsWith("the database could not work out the dataset: ").doesNotContain("\n");
        });
        assertThat(made()).isEmpty();
    }

    @Test
    void theDatabaseCannotReachFilesOnceItsTablesAreThere() throws Exception {
        tables();
        RunOutcome outcome = DatasetRun.run(
                request(DATASET, new DataSource.DummyTables(Path.of("tables")), Engine.DUCKDB, "out.csv"),
                (_, _, _, _, _) -> program("SELECT * FROM read_csv('" + work.resolve("tables/patients.csv") + "')"));
        assertThat(outcome.diagnostics()).extracting(Diagnostic::code).containsExactly(RunCode.DATABASE_ERROR);
    }

    @Test
    @Timeout(60)
    void anInterruptionStopsAQueryAndLeavesNothing() throws Exception {
        tables();
        RunRequest request = request(DATASET, new DataSource.DummyTables(Path.of("tables")), Engine.DUCKDB, "out/x.csv");
        SqlProgram endless = program("SELECT a.range AS patient_id, 'x' AS sex, sum(b.range * c.range) AS visits FROM range(100000) a, range(100000) b, range(100000) c GROUP BY 1");
        Thread caller = Thread.currentThread();
        Thread.ofPlatform().start(() -> {
            try {
                Thread.sleep(3_000);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            caller.interrupt();
        });
        RunOutcome outcome = DatasetRun.run(request, (_, _, _, _, _) -> endless);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(outcome.diagnostics()).extracting(Diagnostic::code).containsExactly(RunCode.RUN_INTERRUPTED);
        assertThat(made()).isEmpty();
    }

    @Test
    @Timeout(60)
    void anInterruptionWhileRowsAreWrittenLeavesNothing() throws Exception {
        tables();
        RunRequest request = request(DATASET, new DataSource.DummyTables(Path.of("tables")), Engine.DUCKDB, "out/x.parquet");
        SqlProgram endless = program("SELECT range AS patient_id, 'male' AS sex, 1 AS visits FROM range(2000000000)");
        Thread.ofPlatform().start(() -> {
            try {
                Thread.sleep(4_000);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            request.cancellation().cancel();
        });
        RunOutcome outcome = DatasetRun.run(request, (_, _, _, _, _) -> endless);
        assertThat(outcome.diagnostics()).extracting(Diagnostic::code).containsExactly(RunCode.RUN_INTERRUPTED);
        assertThat(made()).isEmpty();
    }
}
