package catchment.runtime.run;

import static catchment.runtime.Definitions.*;

import catchment.compiler.definition.DatasetDefinition;
import catchment.compiler.definition.Spans;
import catchment.compiler.model.Aggregate;
import catchment.compiler.model.Count;
import catchment.compiler.model.EventFrame;
import catchment.compiler.model.Filter;
import catchment.compiler.model.Operator;
import catchment.compiler.model.Series;
import catchment.runtime.Cancellation;
import catchment.runtime.Progress;
import catchment.runtime.engine.DataLocation;
import catchment.runtime.engine.Engine;
import catchment.runtime.output.OutputTarget;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A benchmark: a million patients with ten million events, twenty variables, to Parquet. Run it twice in one folder: first with {@code make}, which makes the
 * database, then with {@code run}, which tells the time and the most memory that was resident (on Linux).
 */
public final class MillionPatients {
    private MillionPatients() {}

    /**
     * Makes the data, or runs.
     *
     * @param arguments {@code make} or {@code run}, the folder, and the suffix of the output
     */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[1]);
        if (arguments[0].equals("make")) {
            make(folder.resolve("records.duckdb"));
        } else {
            run(folder, arguments[2]);
        }
        System.exit(0);
    }

    private static void make(Path file) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE patients AS SELECT range AS patient_id, DATE '1930-01-01' + CAST(range % 30000 AS INTEGER) AS date_of_birth, "
                    + "CASE range % 4 WHEN 0 THEN 'female' WHEN 1 THEN 'male' WHEN 2 THEN 'intersex' ELSE 'unknown' END AS sex FROM range(1000000)");
            statement.execute("CREATE TABLE events AS SELECT hash(range) % 1000000 AS patient_id, range % 2 = 0 AS b, DATE '2000-01-01' + CAST(range % 8000 AS INTEGER) AS d, "
                    + "(range % 1000) / 8.0 AS f, range % 977 AS i, range % 313 AS j, 'text ' || range % 50 AS s FROM range(10000000)");
        }
    }

    private static void run(Path folder, String suffix) throws Exception {
        long start = System.nanoTime();
        RunOutcome outcome = DatasetRun.run(new RunRequest(
                definition(),
                new Spans(),
                new DataSource.Records(DataLocation.parse("records.duckdb", folder)),
                Engine.DUCKDB,
                OutputTarget.parse("out." + suffix),
                System.out::println,
                folder,
                Progress.NONE,
                new Cancellation(),
                Map.of()));
        System.out.println(outcome.rows() + " " + outcome.diagnostics() + " " + (System.nanoTime() - start) / 1_000_000 + " ms");
        Path status = Path.of("/proc/self/status");
        if (Files.exists(status)) {
            Files.readAllLines(status).stream().filter(line -> line.startsWith("VmHWM")).forEach(System.out::println);
        }
    }

    private static DatasetDefinition definition() {
        Map<String, Series> variables = new LinkedHashMap<>();
        variables.put("sex", select(PATIENTS, "sex"));
        variables.put("born", select(PATIENTS, "date_of_birth"));
        variables.put("year_of_birth", call(Operator.YEAR_FROM_DATE, select(PATIENTS, "date_of_birth")));
        for (long i = 0; i < 4; i++) {
            EventFrame rows = node(new Filter(EVENTS, call(Operator.GT, select(EVENTS, "i"), value(i * 200))));
            variables.put("events_" + i, node(new Count(rows)));
            variables.put("most_" + i, aggregate(Aggregate.Kind.MAX, select(rows, "f")));
            variables.put("last_date_" + i, select(last(sorted(rows, "d")), "d"));
            variables.put("last_text_" + i, select(last(sorted(rows, "d")), "s"));
        }
        variables.put("sum", aggregate(Aggregate.Kind.SUM, select(EVENTS, "j")));
        return dataset(exists(PATIENTS), variables);
    }
}
