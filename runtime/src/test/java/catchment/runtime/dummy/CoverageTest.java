package catchment.runtime.dummy;

import static org.assertj.core.api.Assertions.assertThat;

import catchment.runtime.Progress;
import org.junit.jupiter.api.Test;

final class CoverageTest {
    private static Coverage coverage(String text, long size) throws InterruptedException {
        return new DummyDataGenerator(DefinitionText.request(text, size)).generate(new DummyTables(), Progress.NONE).coverage();
    }

    @Test
    void reachesEveryBranchListAndOutcome() throws InterruptedException {
        Coverage coverage = coverage(
                """
                diabetes = codelist_from_csv("diabetes.csv", column="code", category_column="type")
                asthma = codelist_from_csv("asthma.csv", column="code")
                index = "2024-01-01"
                age = patients.age_on(index)
                events = clinical_events.where(clinical_events.date <= index)
                dataset.define_population(age >= 18)
                dataset.band = case(when(age < 30).then("18"), when(age < 50).then("30"), when(age < 90).then("50"), otherwise="90")
                last = events.where(events.snomedct_code.is_in(diabetes)).sort_by(events.date).last_for_patient()
                dataset.type = last.snomedct_code.to_category(diabetes)
                dataset.since = (index - last.date).months
                dataset.asthma = events.where(events.snomedct_code.is_in(asthma)).exists_for_patient()
                later = events.where(events.snomedct_code.is_in(asthma)).where(events.date > last.date + days(30))
                dataset.later = later.sort_by(events.date).first_for_patient().date
                dataset.quintile = tpp.addresses.for_patient_on(index).imd_quintile
                dataset.value = later.numeric_value.mean_for_patient()
                """,
                400);

        assertThat(coverage.missed()).isEmpty();
        assertThat(coverage.expected()).isGreaterThan(20);
    }

    @Test
    void namesABranchThatThePopulationLeavesNobodyFor() throws InterruptedException {
        Coverage coverage = coverage(
                """
                age = patients.age_on("2024-01-01")
                dataset.define_population(age >= 18)
                dataset.band = case(
                    when(age < 18).then("child"),
                    otherwise="adult",
                )
                """,
                50);

        assertThat(coverage.missed()).singleElement().satisfies(missed -> {
            assertThat(missed.kind()).isEqualTo(Coverage.Kind.BRANCH);
            assertThat(missed.description()).contains("band").contains("child");
            assertThat(missed.span().start().line()).isEqualTo(8);
        });
    }

    @Test
    void expectsNothingMissingWhereNothingCanBe() throws InterruptedException {
        Coverage coverage = coverage(
                """
                dataset.define_population(patients.sex == "female")
                dataset.sex = patients.sex
                dataset.count = clinical_events.count_for_patient()
                dataset.filled = clinical_events.numeric_value.sum_for_patient().when_null_then(0.0)
                """,
                100);

        assertThat(coverage.missed()).isEmpty();
    }
}
