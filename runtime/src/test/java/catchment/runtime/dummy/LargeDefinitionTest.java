package catchment.runtime.dummy;

import static org.assertj.core.api.Assertions.assertThat;

import catchment.runtime.Progress;
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
}
