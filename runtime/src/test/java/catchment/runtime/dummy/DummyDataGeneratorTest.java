package catchment.runtime.dummy;

import static org.assertj.core.api.Assertions.assertThat;

import catchment.compiler.definition.DatasetDefinition;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.runtime.Progress;
import catchment.runtime.reference.ReferenceInterpreter;
import catchment.runtime.tables.Table;
import catchment.runtime.tables.Tables;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DummyDataGeneratorTest {
    /** Made data with what came of it. */
    private record Made(Tables tables, DummyDataOutcome outcome, DummyDataRequest request) {
        long inPopulation() {
            DatasetDefinition dataset = request.dataset(request.cohorts().getFirst());
            return new ReferenceInterpreter(dataset).run(tables).getFirst().rows().size();
        }
    }

    private static Made make(DummyDataRequest request) throws InterruptedException {
        DummyTables tables = new DummyTables();
        DummyDataOutcome outcome = new DummyDataGenerator(request).generate(tables, Progress.NONE);
        return new Made(tables.tables(), outcome, request);
    }

    private static Made make(String text, long size) throws InterruptedException {
        return make(DefinitionText.request(text, size));
    }

    private static Set<Object> values(Made made, String table, String column) {
        Table rows = made.tables().table(table);
        int index = rows.index(column).orElseThrow();
        return rows.rows().stream().map(row -> row.values().get(index)).collect(Collectors.toCollection(HashSet::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        """
        age = patients.age_on("2024-03-31")
        dataset.define_population((age >= 18) & (age < 80) & practice_registrations.exists_for_patient_on("2024-03-31"))
        dataset.age = age
        """,
        """
        asthma = clinical_events.where(clinical_events.snomedct_code.is_in(codelist_from_csv("asthma.csv", column="code")))
        first = asthma.sort_by(asthma.date).first_for_patient()
        after = medications.where(medications.date.is_on_or_between(first.date, first.date + days(90)))
        dataset.define_population(after.exists_for_patient() & (asthma.count_for_patient() >= 3))
        dataset.first = first.date
        """,
        """
        events = clinical_events.where(clinical_events.date.is_during(("2023-01-01", "2023-12-31")))
        dataset.define_population((events.numeric_value.mean_for_patient() > 40) & (events.numeric_value.maximum_for_patient() < 60))
        dataset.mean = events.numeric_value.mean_for_patient()
        """,
        """
        one = clinical_events.sort_by(clinical_events.date).first_for_patient()
        two = clinical_events.where(clinical_events.date > one.date + weeks(4)).sort_by(clinical_events.date).first_for_patient()
        three = clinical_events.where(clinical_events.date > two.date + weeks(4)).sort_by(clinical_events.date).first_for_patient()
        dataset.define_population(three.snomedct_code.is_in(["44054006"]) & (three.numeric_value // 10 == 4))
        dataset.third = three.date
        """,
        """
        band = case(when(patients.age_on("2024-01-01") < 40).then("young"), when(patients.sex == "female").then("woman"), otherwise="other")
        dataset.define_population((band == "woman") & patients.date_of_death.is_null() & clinical_events.exists_for_patient())
        dataset.band = band
        """,
        """
        dataset.define_population(
            (clinical_events.date.count_episodes_for_patient(days(30)) == 3)
            & (clinical_events.snomedct_code.count_distinct_for_patient() >= 2)
            & (clinical_events.date.maximum_for_patient().year == 2022)
        )
        dataset.last = clinical_events.date.maximum_for_patient()
        """,
        """
        dataset.define_population(
            tpp.addresses.for_patient_on("2024-01-01").imd_quintile.is_in(["1 (most deprived)", "5 (least deprived)"])
            & tpp.apcs.where(tpp.apcs.all_diagnoses.contains_any_of(["J45", "E11"])).exists_for_patient()
            & ~tpp.apcs.where(tpp.apcs.all_diagnoses.contains("I21")).exists_for_patient()
        )
        dataset.imd = tpp.addresses.for_patient_on("2024-01-01").imd_decile
        """,
        """
        dataset.define_population(
            clinical_events.snomedct_code.is_in(codelist_from_csv("asthma.csv", column="code")).as_int().sum_for_patient() > 1
        )
        dataset.count = clinical_events.count_for_patient()
        """,
        """
        earlier = minimum_of(ons_deaths.date, patients.date_of_death)
        dataset.define_population(earlier.is_on_or_after("2023-01-01") & patients.exists_for_patient())
        dataset.earlier = earlier
        """,
    })
    void makesAsManyPatientsAsAreAskedForAndAllAreInThePopulation(String text) throws InterruptedException {
        Made made = make(text, 60);

        assertThat(made.outcome().diagnostics()).isEmpty();
        assertThat(made.outcome().patients()).isEqualTo(60);
        assertThat(made.inPopulation()).isEqualTo(60);
    }

    @Test
    void meetsTheAdditionalConstraint() throws InterruptedException {
        Made made = make(
                """
                dataset.define_population(patients.exists_for_patient())
                dataset.configure_dummy_data(population_size=50, additional_population_constraint=patients.sex == "intersex")
                dataset.sex = patients.sex
                """,
                50);

        assertThat(values(made, "patients", "sex")).containsExactly("intersex");
    }

    @Test
    void takesSizeAndTimeFromTheDefinitionAndLegacyChangesNothing() {
        DummyDataRequest request = DummyDataRequest.of(
                DefinitionText.definition("""
                        dataset.define_population(patients.exists_for_patient())
                        dataset.configure_dummy_data(population_size=25, timeout=5, legacy=True)
                        """).dataset().orElseThrow(),
                new catchment.compiler.definition.Spans(),
                1,
                DefinitionText.TODAY);

        assertThat(request.size()).isEqualTo(25);
        assertThat(request.timeout()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void keepsToTheConstraintsOfBothLists() throws InterruptedException {
        Made made = make(
                """
                address = tpp.addresses.for_patient_on("2024-01-01")
                dataset.define_population(patients.exists_for_patient())
                dataset.born = patients.date_of_birth
                dataset.end = practice_registrations.for_patient_on("2024-01-01").end_date
                dataset.practice = practice_registrations.for_patient_on("2024-01-01").practice_pseudo_id
                dataset.msoa = address.msoa_code
                dataset.imd = address.imd_rounded
                dataset.stay = (tpp.apcs.discharge_date - tpp.apcs.admission_date).days.maximum_for_patient()
                """,
                300);

        assertThat(values(made, "patients", "date_of_birth")).allMatch(born -> ((LocalDate) born).getDayOfMonth() == 1);
        assertThat(values(made, "practice_registrations", "end_date")).containsOnlyNulls();
        assertThat(values(made, "practice_registrations", "practice_pseudo_id")).allMatch(id -> (Long) id >= 0 && (Long) id <= 999);
        assertThat(values(made, "addresses", "msoa_code")).allMatch(code -> code == null || ((String) code).matches("E020[0-9]{5}"));
        assertThat(values(made, "addresses", "imd_rounded")).allMatch(rank -> rank == null || (Long) rank % 100 == 0);
        Table stays = made.tables().table("apcs");
        int start = stays.index("admission_date").orElseThrow();
        int end = stays.index("discharge_date").orElseThrow();
        assertThat(stays.rows()).isNotEmpty().allMatch(row -> row.values().get(start) == null
                || row.values().get(end) == null
                || !((LocalDate) row.values().get(end)).isBefore((LocalDate) row.values().get(start)));
    }

    @Test
    void makesTheTablesAndColumnsThatAreUsedAndNoOthers() throws InterruptedException {
        Made made = make("dataset.define_population(patients.sex.is_not_null() & clinical_events.exists_for_patient())\n", 20);

        assertThat(made.tables().byName().keySet()).containsExactly("clinical_events", "patients");
        assertThat(made.tables().table("patients").columns()).extracting(Table.Column::name).containsExactly("sex");
        assertThat(made.tables().table("clinical_events").columns()).isEmpty();
    }

    @Test
    void givesTheSameRowsForTheSameSeedAndDayAndOthersForAnotherSeed() throws InterruptedException {
        DummyDataRequest request = DefinitionText.request(
                """
                dataset.define_population((patients.age_on("2024-01-01") > 20) & clinical_events.exists_for_patient())
                dataset.code = clinical_events.sort_by(clinical_events.date).last_for_patient().snomedct_code
                """,
                200);
        DummyDataRequest other = request.withSeed(8);

        assertThat(make(request).tables()).isEqualTo(make(request).tables()).isNotEqualTo(make(other).tables());
    }

    @Test
    void namesTheConditionThatNobodyCanMeet() throws InterruptedException {
        Made made = make(
                """
                dataset.define_population(
                    patients.exists_for_patient()
                    & (patients.age_on("2024-01-01") > 200)
                )
                """,
                10);

        assertThat(made.outcome().patients()).isZero();
        assertThat(made.outcome().diagnostics()).singleElement().satisfies(only -> {
            assertThat(only.code()).isEqualTo(DummyDataCode.DUMMY_POPULATION_IMPOSSIBLE);
            assertThat(only.isError()).isTrue();
            assertThat(only.span().start().line()).isEqualTo(7);
        });
    }

    @Test
    void saysSoWhereOnlySomeCouldBeFound() throws InterruptedException {
        Made made = make(
                """
                from ehrql.tables import PatientFrame, Series, table_from_rows
                @table_from_rows([(4, 1), (9, 2), (11, 3)])
                class known(PatientFrame):
                    number = Series(int)
                dataset.define_population((known.number > 1) & patients.exists_for_patient())
                dataset.number = known.number
                """,
                10);

        assertThat(made.outcome().patients()).isEqualTo(2);
        assertThat(values(made, "patients")).containsExactlyInAnyOrder(9L, 11L);
        assertThat(made.outcome().diagnostics()).extracting(Diagnostic::code).containsExactly(DummyDataCode.DUMMY_PATIENTS_TOO_FEW);
        assertThat(made.outcome().diagnostics()).noneMatch(Diagnostic::isError);
    }

    private static List<Long> values(Made made, String table) {
        return made.tables().table(table).rows().stream().map(Table.Row::patientId).toList();
    }
}
