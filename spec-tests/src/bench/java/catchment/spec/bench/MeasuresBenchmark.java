package catchment.spec.bench;

import catchment.compiler.definition.Definition;
import catchment.runtime.Cancellation;
import catchment.runtime.Progress;
import catchment.runtime.RunException;
import catchment.runtime.engine.DataLocation;
import catchment.runtime.engine.Engine;
import catchment.runtime.output.OutputTarget;
import catchment.runtime.run.DataSource;
import catchment.runtime.run.MeasuresRequest;
import catchment.runtime.run.MeasuresRun;
import catchment.runtime.run.RunOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Three measures in two groupings each, of 200,000 patients on DuckDB: twelve intervals are to cost less than eight times what one does. Two groups change with
 * the interval (the practice by a pick among registrations, the age), and so does the denominator.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 1, time = 2)
@Measurement(iterations = 3, time = 2)
public class MeasuresBenchmark {
    private static final String DEFINITION = """
            from ehrql import INTERVAL, case, create_measures, months, when, years
            from ehrql.tables.core import clinical_events, patients, practice_registrations
            def coded(first, number):
                return clinical_events.where(clinical_events.snomedct_code.is_in([str(100000000 + first + k) for k in range(number)]))
            def during(events):
                return events.where(events.date.is_during(INTERVAL))
            age = patients.age_on(INTERVAL.start_date)
            registration = practice_registrations.for_patient_on(INTERVAL.start_date)
            reviews = coded(0, 50)
            values = coded(50, 30).where(clinical_events.date.is_on_or_between(INTERVAL.start_date - years(1), INTERVAL.end_date))
            numerators = {
                "reviewed": during(reviews).exists_for_patient(),
                "reviews": during(reviews).count_for_patient(),
                "high": values.sort_by(values.date).last_for_patient().numeric_value > 60,
            }
            band = case(when(age < 18).then("child"), when(age < 65).then("adult"), otherwise="older")
            measures = create_measures()
            measures.define_defaults(
                denominator=registration.exists_for_patient() & (age >= 0) & coded(100, 200).exists_for_patient(),
                intervals=months(%d).starting_on("2023-01-01"),
            )
            for name, numerator in numerators.items():
                measures.define_measure(f"{name}_by_sex_and_age", numerator=numerator, group_by={"sex": patients.sex, "band": band})
                measures.define_measure(f"{name}_by_practice", numerator=numerator, group_by={"practice": registration.practice_pseudo_id})
            """;

    /** How many months. */
    @Param({"1", "12"})
    public int intervals;

    private Definition definition;
    private Path folder;

    /** Makes the records. */
    @Setup
    public void makeRecords() throws IOException, SQLException {
        folder = Files.createTempDirectory("catchment-bench-");
        Records.make(folder.resolve("records.duckdb").toString(), 200_000);
        definition = Study.compile(Map.of(Definitions.FILE, DEFINITION.formatted(intervals)));
    }

    /** From the records to one file. */
    @Benchmark
    public RunOutcome measures() throws RunException {
        RunOutcome outcome = MeasuresRun.run(new MeasuresRequest(
                definition.measures().orElseThrow(),
                definition.spans(),
                new DataSource.Records(DataLocation.parse(folder.resolve("records.duckdb").toString(), folder)),
                Engine.DUCKDB,
                OutputTarget.parse(folder.resolve("measures.csv").toString()),
                System.out::println,
                folder,
                Progress.NONE,
                new Cancellation(),
                Map.of()));
        if (outcome.rows().isEmpty()) {
            throw new IllegalStateException(outcome.diagnostics().toString());
        }
        return outcome;
    }
}
