package catchment.spec.faults;

import catchment.compiler.CompileRequest;
import catchment.compiler.CompileRequest.Wanted;
import catchment.compiler.CompileResult;
import catchment.compiler.Compiler;
import catchment.compiler.definition.Definition;
import catchment.compiler.eval.DiskFiles;
import catchment.runtime.Cancellation;
import catchment.runtime.Progress;
import catchment.runtime.engine.DataLocation;
import catchment.runtime.engine.DatabaseSettings;
import catchment.runtime.engine.Engine;
import catchment.runtime.engine.Retries;
import catchment.runtime.output.OutputTarget;
import catchment.runtime.run.DataSource;
import catchment.runtime.run.DatasetRun;
import catchment.runtime.run.RunOutcome;
import catchment.runtime.run.RunRequest;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Records of patients on a PostgreSQL server, and a study of them. */
final class Records implements AutoCloseable {
    static final String DEFINITION = """
            from ehrql import create_dataset
            from ehrql.tables.core import clinical_events, patients

            codes = ["100000", "100003", "100006"]
            events = clinical_events.where(clinical_events.snomedct_code.is_in(codes))

            dataset = create_dataset()
            dataset.define_population(events.exists_for_patient())
            dataset.sex = patients.sex
            dataset.events = events.count_for_patient()
            dataset.add_event_table("tests", date=events.date, value=events.numeric_value)
            """;

    /** Waits that no test notices. */
    static final Retries QUICK = new Retries(3, Duration.ofMillis(5), Duration.ofMillis(20));

    private static final Duration FAST = Duration.ofSeconds(60);

    private final EmbeddedPostgres server;

    /** A server with the tables of so many patients, each with three events. */
    Records(int patients) throws IOException, SQLException {
        server = EmbeddedPostgres.builder().setServerConfig("fsync", "off").setServerConfig("shared_buffers", "64MB").setPGStartupWait(FAST).start();
        execute(
                "CREATE SCHEMA scratch",
                "CREATE TABLE patients AS SELECT n::bigint AS patient_id, DATE '1970-01-01' + n % 9000 AS date_of_birth,"
                        + " CASE n % 3 WHEN 0 THEN 'female' WHEN 1 THEN 'male' END AS sex, NULL::date AS date_of_death FROM generate_series(1, " + patients + ") AS n",
                "CREATE TABLE clinical_events AS SELECT (n / 3 + 1)::bigint AS patient_id, DATE '2020-01-01' + n % 700 AS date,"
                        + " (100000 + n % 7)::text AS snomedct_code, (n % 80) / 8.0::float8 AS numeric_value FROM generate_series(0, " + 3 * patients + " - 1) AS n");
    }

    /** Lets each reading of the patients, who are read last, take so long, from now on. */
    void pace(double seconds) throws SQLException {
        if (ask("SELECT 1 FROM pg_class WHERE relname = 'pace'").isEmpty()) {
            execute("CREATE TABLE pace AS SELECT 0::float8 AS seconds", "ALTER TABLE patients RENAME TO quick_patients",
                    "CREATE VIEW patients AS SELECT p.* FROM (SELECT pg_sleep(seconds) FROM pace) s, quick_patients p");
        }
        execute("UPDATE pace SET seconds = " + seconds);
    }

    int port() {
        return server.getPort();
    }

    /** How they are reached, through that port. */
    static String dsn(int port) {
        return "postgresql://postgres:secret@127.0.0.1:" + port + "/postgres?sslmode=disable&socketTimeout=20";
    }

    void execute(String... statements) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection(); Statement statement = connection.createStatement()) {
            for (String text : statements) {
                statement.execute(text);
            }
        }
    }

    /** The first column of a query. */
    List<String> ask(String query) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection(); Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    /** The tables that a run has made, temporary and staged ones. */
    List<String> left() throws SQLException {
        return ask("SELECT n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                + " WHERE c.relkind = 'r' AND (n.nspname LIKE 'pg_temp%' OR c.relname LIKE 'catchment%') ORDER BY 1");
    }

    /** Sessions of runs. */
    List<String> sessions() throws SQLException {
        return ask("SELECT pid::text FROM pg_stat_activity WHERE application_name = 'catchment'");
    }

    /** Waits for the server to notice that its clients have gone. */
    void settle() throws SQLException, InterruptedException {
        for (int i = 0; i < 800 && !sessions().isEmpty(); i++) {
            Thread.sleep(25);
        }
    }

    /** The study, compiled. */
    static Definition study(Path folder) throws IOException {
        Files.writeString(folder.resolve("definition.ehrql"), DEFINITION);
        CompileResult compiled = new Compiler().compile(new CompileRequest(
                "definition.ehrql", new DiskFiles(folder), folder, LocalDate.of(2026, 3, 31).atStartOfDay(), List.of(), Wanted.DATASET));
        return compiled.definition().orElseThrow(() -> new IllegalStateException(compiled.diagnostics().toString()));
    }

    static DatabaseSettings staged() {
        return new DatabaseSettings(Optional.of(List.of("scratch")), Optional.empty(), QUICK);
    }

    static DatabaseSettings temporary() {
        return new DatabaseSettings(Optional.empty(), Optional.empty(), QUICK);
    }

    /** Runs the study into {@code FOLDER/out}. */
    static RunOutcome run(Definition study, int port, DatabaseSettings settings, Path folder, Cancellation cancellation) throws Exception {
        return DatasetRun.run(new RunRequest(
                study.dataset().orElseThrow(),
                study.spans(),
                new DataSource.Records(DataLocation.parse(dsn(port), folder)),
                Engine.named("postgresql").with(settings),
                OutputTarget.parse("out:csv"),
                new ArrayList<String>()::add,
                folder,
                Progress.NONE,
                cancellation,
                Map.of()));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
