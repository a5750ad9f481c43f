package catchment.runtime.dummy;

import static org.assertj.core.api.Assertions.assertThat;

import catchment.runtime.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LargeDefinitionTest {
    @ParameterizedTest
    @ValueSource(strings = {
        """
        found = patients.sex == "female"
        for i in range(10000):
            found = found | (clinical_events.count_for_patient() == i + 1)
        dataset.define_population(found & patients.exists_for_patient())
        """,
        """
        found = patients.exists_for_patient()
        for i in range(2000):
            found = found & (patients.date_of_birth != f"{1900 + i % 100}-01-02")
        dataset.define_population(found)
        """,
        """
        dataset.define_population(patients.exists_for_patient())
        count = clinical_events.count_for_patient()
        dataset.many = case(*[when(count == i).then(i * 2) for i in range(5000)], otherwise=-1)
        """,
        """
        x = patients.age_on("2024-01-01")
        for i in range(40):
            x = case(when(x > i).then(x + 1), when(x < 0).then(x - 1), otherwise=x)
        dataset.define_population((x > 50) & patients.exists_for_patient())
        dataset.x = x
        """,
        """
        total = clinical_events.count_for_patient()
        for i in range(1000):
            total = total + 1
        dataset.define_population((total > 1002) & patients.exists_for_patient())
        dataset.total = total
        """,
    })
    void findsPatientsInReasonableTime(String text) throws InterruptedException {
        DummyDataOutcome outcome = new DummyDataGenerator(DefinitionText.request(text, 20)).generate(new DummyTables(), Progress.NONE);

        assertThat(outcome.patients()).isEqualTo(20);
    }

    /** Of the kinds that studies have: dates of first events, later ones, counts, categories, values in bands, at a hundred points in time. */
    @Test
    void showsAllOfThreeHundredVariablesWithAThousandPatients() throws InterruptedException {
        DummyDataOutcome outcome = new DummyDataGenerator(DefinitionText.request(
                        """
                        asthma = codelist_from_csv("asthma.csv", column="code")
                        diabetes = codelist_from_csv("diabetes.csv", column="code", category_column="type")
                        index = "2023-01-01"
                        age = patients.age_on(index)
                        dataset.define_population((age >= 18) & (age < 100) & practice_registrations.for_patient_on(index).exists_for_patient())
                        for i in range(60):
                            lists = [asthma, diabetes, [str(1000000 + i), str(2000000 + i)]]
                            events = clinical_events.where(clinical_events.snomedct_code.is_in(lists[i % 3]))
                            before = events.where(events.date.is_on_or_before("2022-12-31"))
                            first = before.sort_by(before.date).first_for_patient()
                            after = medications.where(medications.date.is_on_or_between(first.date, first.date + days(30 + i)))
                            dataset.add_column(f"date_{i}", first.date)
                            dataset.add_column(f"drugs_{i}", after.count_for_patient())
                            recent = clinical_events.where(clinical_events.date > f"{2000 + i % 20}-06-30")
                            dataset.add_column(f"type_{i}", recent.sort_by(recent.date).first_for_patient().snomedct_code.to_category(diabetes))
                            dataset.add_column(f"mean_{i}", events.where(events.numeric_value > i).numeric_value.mean_for_patient())
                            dataset.add_column(f"band_{i}", case(
                                when(first.date.is_null()).then("never"),
                                when(first.date > "2015-01-01").then("new"),
                                when(age < 40).then("old and young"),
                                otherwise="old",
                            ))
                        """,
                        1000))
                .generate(new DummyTables(), Progress.NONE);

        assertThat(outcome.patients()).isEqualTo(1000);
        assertThat(outcome.coverage().expected()).isGreaterThan(600);
        assertThat(outcome.coverage().missed().size()).isLessThanOrEqualTo(outcome.coverage().expected() / 20);
    }

    /** Each after the one before: what comes late shows only in patients who have many. */
    @Test
    void showsSixteenVaccinationsInARow() throws InterruptedException {
        DummyDataOutcome outcome = new DummyDataGenerator(DefinitionText.request(
                        """
                        given = tpp.vaccinations.where(tpp.vaccinations.target_disease == "SARS-2 CORONAVIRUS").sort_by(tpp.vaccinations.date)
                        dataset.define_population(given.exists_for_patient())
                        last = "1900-01-01"
                        for i in range(16):
                            vaccination = given.where(given.date > last).first_for_patient()
                            dataset.add_column(f"date_{i}", vaccination.date)
                            dataset.add_column(f"age_{i}", patients.age_on(vaccination.date))
                            last = vaccination.date
                        """,
                        120))
                .generate(new DummyTables(), Progress.NONE);

        assertThat(outcome.patients()).isEqualTo(120);
        assertThat(outcome.coverage().missed()).isEmpty();
    }

    /** Each wished for within the next, they would never come. */
    @ParameterizedTest
    @ValueSource(strings = {
        """
        events = clinical_events
        event = events.sort_by(events.date).first_for_patient()
        for i in range(19):
            event = events.where(events.date > event.date).sort_by(events.date).first_for_patient()
        dataset.define_population(event.exists_for_patient())
        dataset.last = event.date
        """,
        """
        given = tpp.vaccinations.where(tpp.vaccinations.target_disease == "SARS-2 CORONAVIRUS")
        vaccination = given.sort_by(given.date).last_for_patient()
        for i in range(19):
            vaccination = given.where(given.date < vaccination.date - days(30)).sort_by(given.date).last_for_patient()
        dataset.define_population(vaccination.date.is_not_null() & (patients.age_on("2024-01-01") >= 18))
        dataset.first = vaccination.date
        """,
    })
    void meetsAPopulationThatAsksForTwentyPicksInARow(String text) throws InterruptedException {
        DummyDataOutcome outcome = new DummyDataGenerator(DefinitionText.request(text, 10)).generate(new DummyTables(), Progress.NONE);

        assertThat(outcome.patients()).isEqualTo(10);
    }
}
