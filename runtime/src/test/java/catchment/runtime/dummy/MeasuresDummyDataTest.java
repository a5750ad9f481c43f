package catchment.runtime.dummy;

import static org.assertj.core.api.Assertions.assertThat;

import catchment.compiler.definition.MeasuresDefinition;
import catchment.compiler.definition.MeasuresDefinition.Interval;
import catchment.compiler.definition.MeasuresDefinition.Measure;
import catchment.compiler.definition.Spans;
import catchment.compiler.model.Series;
import catchment.runtime.Progress;
import catchment.runtime.reference.ReferenceInterpreter;
import catchment.runtime.tables.Tables;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class MeasuresDummyDataTest {
    private static final String ASTHMA = """
            asthma = codelist_from_csv("asthma.csv", column="code")
            registered = practice_registrations.for_patient_on(INTERVAL.start_date)
            events = clinical_events.where(clinical_events.date.is_during(INTERVAL))
            has_asthma = events.where(events.snomedct_code.is_in(asthma)).exists_for_patient()
            measures.define_defaults(intervals=months(24).starting_on("2022-01-01"))
            measures.define_measure(
                "asthma", has_asthma, registered.exists_for_patient() & (patients.age_on(INTERVAL.start_date) >= 18), {"sex": patients.sex})
            measures.define_measure(
                "events", events.count_for_patient(), events.exists_for_patient(),
                {"quintile": tpp.addresses.for_patient_on(INTERVAL.end_date).imd_quintile, "practice": registered.practice_pseudo_id})
            measures.define_measure("prescriptions", has_asthma, medications.where(medications.date.is_during(INTERVAL)).count_for_patient())
            """;

    private record Made(Tables tables, DummyDataOutcome outcome, DummyDataRequest request, MeasuresDefinition measures) {}

    private static Made make(String text, long size) throws InterruptedException {
        MeasuresDefinition measures = DefinitionText.measures(text);
        DummyDataRequest usual = DummyDataRequest.of(measures, new Spans(), 3, DefinitionText.TODAY).withTimeout(Duration.ofMinutes(2));
        DummyDataRequest request = size > 0 ? usual.withSize(size) : usual;
        DummyTables tables = new DummyTables();
        DummyDataOutcome outcome = new DummyDataGenerator(request).generate(tables, Progress.NONE);
        return new Made(tables.tables(), outcome, request, measures);
    }

    /** Denominator, numerator and groups of each patient in an interval. */
    private static List<List<Object>> rows(Made made, Measure measure, Interval interval) {
        List<Series> series = new ArrayList<>(List.of(measure.denominator(), measure.numerator()));
        series.addAll(measure.groupBy().values());
        return new ReferenceInterpreter(made.request().dataset(made.request().cohorts().getFirst()))
                .values(made.tables(), series, Map.of("interval_start_date", interval.start(), "interval_end_date", interval.end()))
                .values();
    }

    private static boolean counts(Object denominator) {
        return Boolean.TRUE.equals(denominator) || denominator instanceof Long number && number > 0;
    }

    @Test
    void haveSomebodyInEachDenominatorAtEachIntervalWithNumeratorsMetAndNot() throws InterruptedException {
        Made made = make(ASTHMA, 0);

        assertThat(made.outcome().diagnostics()).isEmpty();
        assertThat(made.outcome().patients()).isEqualTo(10 * 3 * 24 * 3);
        assertThat(made.outcome().coverage().missed()).isEmpty();
        for (Measure measure : made.measures().measures()) {
            Set<Object> numerators = new HashSet<>();
            for (Interval interval : measure.intervals()) {
                List<List<Object>> counted = rows(made, measure, interval).stream().filter(row -> counts(row.getFirst())).toList();
                assertThat(counted).describedAs(measure.name() + " " + interval).hasSizeGreaterThan(10);
                counted.forEach(row -> numerators.add(row.get(1)));
            }
            assertThat(numerators).hasSizeGreaterThan(1);
        }
    }

    @Test
    void haveEveryGroupAndTheMissingOne() throws InterruptedException {
        Made made = make(ASTHMA, 400);

        Set<Object> sexes = new HashSet<>();
        Set<Object> quintiles = new HashSet<>();
        Set<Object> practices = new HashSet<>();
        for (Interval interval : made.measures().measures().getFirst().intervals()) {
            rows(made, made.measures().measures().get(0), interval).stream().filter(row -> counts(row.getFirst())).forEach(row -> sexes.add(row.get(2)));
            rows(made, made.measures().measures().get(1), interval).stream().filter(row -> counts(row.getFirst())).forEach(row -> {
                quintiles.add(row.get(2));
                practices.add(row.get(3));
            });
        }
        assertThat(sexes).containsExactlyInAnyOrder("female", "male", "intersex", "unknown");
        assertThat(quintiles).hasSize(6).contains("unknown");
        assertThat(practices).hasSizeGreaterThan(10).containsNull();
    }

    @Test
    void havePatientsWhoJoinAndLeave() throws InterruptedException {
        Made made = make(ASTHMA, 200);

        Measure events = made.measures().measures().get(1);
        List<List<Boolean>> inEach = events.intervals().stream()
                .map(interval -> rows(made, events, interval).stream().map(row -> counts(row.getFirst())).toList())
                .toList();
        int joined = 0;
        int left = 0;
        for (int i = 1; i < inEach.size(); i++) {
            for (int patient = 0; patient < inEach.get(i).size(); patient++) {
                joined += !inEach.get(i - 1).get(patient) && inEach.get(i).get(patient) ? 1 : 0;
                left += inEach.get(i - 1).get(patient) && !inEach.get(i).get(patient) ? 1 : 0;
            }
        }
        assertThat(joined).isGreaterThan(20);
        assertThat(left).isGreaterThan(20);
    }

    @Test
    void takeTheSizeFromTheDefinitionWhereItSaysOne() {
        MeasuresDefinition measures = DefinitionText.measures(ASTHMA + "measures.configure_dummy_data(population_size=37, timeout=9)\n");

        DummyDataRequest request = DummyDataRequest.of(measures, new Spans(), 1, LocalDate.of(2024, 1, 1));

        assertThat(request.size()).isEqualTo(37);
        assertThat(request.timeout()).isEqualTo(Duration.ofSeconds(9));
    }

    @Test
    void sayWhichDenominatorNobodyIsIn() throws InterruptedException {
        Made made = make(
                """
                measures.define_defaults(intervals=years(2).starting_on("2022-01-01"))
                measures.define_measure("old", patients.sex == "male", patients.age_on(INTERVAL.start_date) > 300)
                measures.define_measure("young", patients.sex == "male", patients.age_on(INTERVAL.start_date) < 30)
                """,
                50);

        assertThat(made.outcome().patients()).isEqualTo(50);
        assertThat(made.outcome().diagnostics()).singleElement().satisfies(only -> {
            assertThat(only.code()).isEqualTo(DummyDataCode.DUMMY_PATIENTS_TOO_FEW);
            assertThat(only.isError()).isFalse();
            assertThat(only.message()).contains("no dummy patient meets this condition");
        });
    }
}
