package catchment.compiler.query;

import static catchment.compiler.query.Checked.compilesBelow;
import static catchment.compiler.query.Checked.failsBelow;
import static catchment.compiler.query.Checked.failsWithoutPopulation;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PopulationTest {
    private static final String EMPTY = Checked.IMPORTS + "dataset = create_dataset()\n";

    @Test
    void mustBeDefined() {
        failsBelow(Checked.IMPORTS, "^dataset = create_dataset()^\ndataset.sex = patients.sex", Map.of(), List.of(), QueryCode.POPULATION_MISSING);
    }

    @Test
    void isTrueOrFalsePerPatient() {
        failsWithoutPopulation("dataset.define_population(^patients.date_of_birth^)", QueryCode.POPULATION_NOT_BOOLEAN);
        failsWithoutPopulation("dataset.define_population(^apcs.count_for_patient()^)", QueryCode.POPULATION_NOT_BOOLEAN);
        assertThat(failsWithoutPopulation("dataset.define_population(^apcs.count_for_patient()^)", QueryCode.POPULATION_NOT_BOOLEAN).hints())
                .containsExactly(
                        "compare it, for example `apcs.count_for_patient() > 0`", "whether there is any: `apcs.exists_for_patient()`");
        assertThat(failsWithoutPopulation("dataset.define_population(^patients.age_on(study_start)^)", QueryCode.POPULATION_NOT_BOOLEAN).hints())
                .containsExactly("compare it, for example `patients.age_on(study_start) >= 18`");
        failsWithoutPopulation("dataset.define_population(^True^)", QueryCode.POPULATION_NOT_BOOLEAN);
        failsWithoutPopulation("dataset.define_population(^patients^)", QueryCode.FRAME_AS_CONDITION);
        failsWithoutPopulation("dataset.define_population(^\"all\"^)", QueryCode.POPULATION_NOT_BOOLEAN);
    }

    @Test
    void isNotTrueOfSomebodyWithoutAnyRecord() {
        failsWithoutPopulation("dataset.define_population(^patients.date_of_death.is_null()^)", QueryCode.POPULATION_OPEN_ENDED);
        failsWithoutPopulation("dataset.define_population(^apcs.count_for_patient() < 3^)", QueryCode.POPULATION_OPEN_ENDED);
        failsWithoutPopulation("dataset.define_population(^patients.is_alive_on(study_start)^)", QueryCode.POPULATION_OPEN_ENDED);
        failsWithoutPopulation("dataset.define_population(^case(when(apcs.exists_for_patient()).then(False), otherwise=True)^)", QueryCode.POPULATION_OPEN_ENDED);
        compilesBelow(EMPTY, "dataset.define_population(patients.exists_for_patient() & patients.is_alive_on(study_start))", Map.of(), List.of());
    }

    @Test
    void isDefinedOnce() {
        failsWithoutPopulation(
                "dataset.define_population(patients.exists_for_patient())\n^dataset.define_population(apcs.exists_for_patient())^",
                QueryCode.POPULATION_TWICE);
    }

    @Test
    void isNotMissedAfterAMistakeInIt() {
        failsWithoutPopulation("dataset.define_population(patients.^exists^() & apcs.exists_for_patient())", QueryCode.RENAMED_METHOD);
    }
}
