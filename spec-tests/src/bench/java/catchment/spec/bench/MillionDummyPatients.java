package catchment.spec.bench;

import catchment.compiler.definition.Definition;
import catchment.runtime.Progress;
import catchment.runtime.dummy.DummyDataGenerator;
import catchment.runtime.dummy.DummyDataOutcome;
import catchment.runtime.dummy.DummyDataRequest;
import catchment.runtime.dummy.DummyTables;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;

/** A million dummy patients for the README's definition: how long it takes, and the most memory that the whole process held: to stay below 2 GB. */
public final class MillionDummyPatients {
    private static final String DEFINITION = """
            from ehrql import case, codelist_from_csv, create_dataset, when
            from ehrql.tables.core import clinical_events, patients

            index_date = "2024-03-31"
            asthma_codes = codelist_from_csv("codelists/asthma.csv", column="code")
            asthma_events = clinical_events.where(
                clinical_events.snomedct_code.is_in(asthma_codes)
                & clinical_events.date.is_on_or_before(index_date)
            )
            age = patients.age_on(index_date)
            dataset = create_dataset()
            dataset.define_population((age >= 18) & asthma_events.exists_for_patient())
            dataset.sex = patients.sex
            dataset.age_band = case(
                when(age < 40).then("18-39"),
                when(age < 65).then("40-64"),
                otherwise="65+",
            )
            dataset.asthma_since = asthma_events.sort_by(asthma_events.date).first_for_patient().date
            """;

    private MillionDummyPatients() {}

    /** Without arguments: the whole benchmark, in a process that is started as the launcher starts it. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length > 0) {
            make();
            return;
        }
        int code = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseParallelGC",
                        "-XX:MaxNewSize=256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MillionDummyPatients.class.getName(),
                        "make")
                .inheritIO()
                .start()
                .waitFor();
        if (code != 0) {
            throw new IllegalStateException("it ended with " + code);
        }
    }

    private static void make() throws IOException, InterruptedException {
        long start = System.nanoTime();
        Definition definition = Study.compile(Map.of(Definitions.FILE, DEFINITION, "codelists/asthma.csv", "code\n195967001\n389145006\n370218001\n"));
        DummyDataRequest request = DummyDataRequest.of(definition.dataset().orElseThrow(), definition.spans(), 1, LocalDate.of(2026, 6, 15))
                .withSize(1_000_000)
                .withTimeout(Duration.ofHours(1));
        DummyTables tables = new DummyTables();
        DummyDataOutcome outcome = new DummyDataGenerator(request).generate(tables, Progress.NONE);
        System.out.printf("%d dummy patients in %.1f s %s%n", outcome.patients(), (System.nanoTime() - start) / 1e9, outcome.diagnostics());
        Peak.print();
    }
}
