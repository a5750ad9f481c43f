package catchment.spec.bench;

import catchment.compiler.definition.Definition;
import catchment.runtime.Cancellation;
import catchment.runtime.Progress;
import catchment.runtime.RunException;
import catchment.runtime.engine.DataLocation;
import catchment.runtime.engine.Engine;
import catchment.runtime.output.OutputTarget;
import catchment.runtime.run.DataSource;
import catchment.runtime.run.DatasetRun;
import catchment.runtime.run.RunOutcome;
import catchment.runtime.run.RunRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A million patients, twenty variables, to Parquet: how long it takes, and the most memory that the whole process held. Makes a database of eleven million events
 * first, in a process of its own.
 */
public final class MillionPatients {
    private static final String DEFINITION = """
            from ehrql import case, create_dataset, days, months, when, years
            from ehrql.tables.core import clinical_events, medications, patients, practice_registrations
            index_date = "2024-03-31"
            dataset = create_dataset()
            dataset.define_population(patients.date_of_birth.is_not_null() & patients.exists_for_patient())
            dataset.sex = patients.sex
            dataset.age = patients.age_on(index_date)
            dataset.band = case(when(dataset.age < 18).then("child"), when(dataset.age < 65).then("adult"), otherwise="older")
            registration = practice_registrations.for_patient_on(index_date)
            dataset.practice = registration.practice_pseudo_id
            dataset.registered = registration.start_date
            for n in range(5):
                codes = [str(100000000 + 50 * n + k) for k in range(50)]
                events = clinical_events.where(clinical_events.snomedct_code.is_in(codes)).where(clinical_events.date <= index_date)
                last = events.sort_by(events.date).last_for_patient()
                dataset.add_column(f"date_{n}", last.date)
                dataset.add_column(f"value_{n}", last.numeric_value)
                dataset.add_column(f"count_{n}", events.where(events.date > "2023-03-31").count_for_patient())
            """;

    private MillionPatients() {}

    /** Without arguments: the whole benchmark. */
    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException, RunException {
        if (arguments.length == 0) {
            Path folder = Files.createTempDirectory("catchment-bench-");
            String database = folder.resolve("records.duckdb").toString();
            child("make", database);
            child("run", database, folder.resolve("dataset.parquet").toString());
        } else if (arguments[0].equals("make")) {
            Records.make(arguments[1], 1_000_000);
        } else {
            run(arguments[1], Path.of(arguments[2]));
        }
    }

    private static void child(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "--add-opens=java.base/java.nio=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                MillionPatients.class.getName()));
        command.addAll(List.of(arguments));
        int code = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (code != 0) {
            throw new IllegalStateException(arguments[0] + " ended with " + code);
        }
    }

    private static void run(String database, Path output) throws IOException, RunException {
        long start = System.nanoTime();
        Definition definition = Study.compile(Map.of(Definitions.FILE, DEFINITION));
        Path here = Path.of("").toAbsolutePath();
        RunOutcome outcome = DatasetRun.run(new RunRequest(
                definition.dataset().orElseThrow(),
                definition.spans(),
                new DataSource.Records(DataLocation.parse(database, here)),
                Engine.DUCKDB,
                OutputTarget.parse(output.toString()),
                System.out::println,
                here,
                Progress.NONE,
                new Cancellation(),
                Map.of()));
        System.out.printf("%s rows in %.1f s, %d bytes of Parquet %s%n", outcome.rows(), (System.nanoTime() - start) / 1e9, Files.size(output), outcome.diagnostics());
        Peak.print();
    }
}
