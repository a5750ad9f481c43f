package catchment.runner.command;

import static org.assertj.core.api.Assertions.assertThat;

import catchment.grammar.diagnostic.ExitCode;
import catchment.runner.command.Shell.Ran;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Test patients, from the file to the report. */
final class AssureCommandTest {
    private static final String DEFINITION = """
            from ehrql import case, create_dataset, when
            from ehrql.tables.core import clinical_events, patients

            events = clinical_events.where(
                clinical_events.snomedct_code.is_in(["195967001"])
                & clinical_events.date.is_on_or_before("2024-03-31")
            )
            age = patients.age_on("2024-03-31")
            dataset = create_dataset()
            dataset.define_population((age >= 18) & events.exists_for_patient())
            dataset.age_band = case(when(age < 40).then("18-39"), when(age < 65).then("40-64"), otherwise="65+")
            dataset.since = events.sort_by(events.date).first_for_patient().date
            dataset.often = events.count_for_patient() > 1
            """;

    private static final String PATIENTS = """
            from datetime import date
            from definition import dataset

            test_data = {
                1: {
                    "patients": {"date_of_birth": date(1980, 1, 1), "sex": "female"},
                    "clinical_events": [{"date": date(2020, 1, 31), "snomedct_code": "195967001"}],
                    "expected_columns": {"age_band": "40-64", "since": date(2020, 1, 31), "often": False},
                },
                2: {
                    "patients": [{"date_of_birth": date(1980, 1, 1)}],
                    "clinical_events": [{"date": date(2024, 4, 1), "snomedct_code": "195967001"}],
                    "expected_in_population": False,
                },
            }
            """;

    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void aStudy() {
        shell = new Shell(folder).with("definition.ehrql", DEFINITION);
    }

    private Ran assure(String patients) {
        return shell.with("test.ehrql", patients).run("assure", "test.ehrql");
    }

    @Test
    void patientsWhoComeOutAsExpectedAreCounted() {
        Ran ran = assure(PATIENTS);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).isEqualTo("all 2 test patients came out as expected\n");
        assertThat(ran.exit()).isEqualTo(ExitCode.OK);
    }

    @Test
    void everyFailureIsToldOfAtOnceWithWhatDecidedIt() {
        Ran ran = assure(PATIENTS.replace("\"40-64\"", "\"18-39\"").replace("False}", "True}").replace("population\": False", "population\": True, \"expected_columns\": {}"));
        assertThat(ran.exit()).isEqualTo(ExitCode.ASSURANCE);
        assertThat(ran.err())
                .contains("patient 1: `age_band` is expected to be \"18-39\", got \"40-64\"")
                .contains("branch 2 of the case gave it: `age < 65` is True (definition.ehrql:11)")
                .contains("branch 1, which gives \"18-39\", does not hold")
                .contains("`age < 40` is False: `patients.age_on(\"2024-03-31\")` is 44")
                .contains("patient 1: `often` is expected to be True, got False")
                .contains("patient 2: expected in the population, is not in it")
                .contains("holds for 1, `clinical_events.date.is_on_or_before(\"2024-03-31\")` holds for none, together they keep none")
                .contains("3 errors");
    }

    @Test
    void aMistakeInTheTestDataIsToldAtItsPlaceAndTheOtherPatientsAreTestedAllTheSame() {
        Ran ran = assure(PATIENTS.replace("date(1980, 1, 1), \"sex\"", "\"1980-01-01\", \"sex\"").replace("population\": False", "population\": True, \"expected_columns\": {}"));
        assertThat(ran.exit()).isEqualTo(ExitCode.ASSURANCE);
        assertThat(ran.err())
                .contains("test.ehrql:6:39: error: `patients.date_of_birth` holds a date, not text")
                .contains("write `date(1980, 1, 1)`")
                .contains("patient 2: expected in the population")
                .doesNotContain("patient 1");
    }

    @Test
    void aPatientWithoutAnyRowIsNobody() {
        Ran ran = assure("from definition import dataset\ntest_data = {3: {\"patients\": [], \"clinical_events\": [], \"expected_columns\": {}}}\n");
        assertThat(ran.exit()).isEqualTo(ExitCode.ASSURANCE);
        assertThat(ran.err()).contains("the patient has no row in any table");
    }

    @Test
    void aTableThatIsForgottenIsAMistakeOfTheTestData() {
        Ran ran = assure(PATIENTS.replace("\"clinical_events\"", "\"clinical_event\""));
        assertThat(ran.exit()).isEqualTo(ExitCode.DEFINITION);
        assertThat(ran.err()).contains("patient 1 says nothing of the table `clinical_events`").contains("there is `\"clinical_event\"`");
    }

    @Test
    void aDatasetIsOnlyGeneratedIfItsTestPatientsPass() {
        shell.with("test.ehrql", PATIENTS.replace("\"40-64\"", "\"18-39\""));
        Ran failed = shell.run("generate-dataset", "definition.ehrql", "--test-data-file", "test.ehrql", "--output", "out.csv");
        assertThat(failed.exit()).isEqualTo(ExitCode.ASSURANCE);
        assertThat(folder.resolve("out.csv")).doesNotExist();
        shell.with("test.ehrql", PATIENTS);
        Ran passed = shell.run("generate-dataset", "definition.ehrql", "--test-data-file", "test.ehrql", "--output", "out.csv");
        assertThat(passed.exit()).isEqualTo(ExitCode.OK);
        assertThat(folder.resolve("out.csv")).exists();
    }

    @Test
    void testDataIsPartOfASerialisedDefinition() {
        Ran ran = shell.with("test.ehrql", PATIENTS).run("serialize-definition", "test.ehrql");
        assertThat(ran.out().replaceAll("\\s+", "")).contains("\"test_data\":{\"dict\":[[1,{\"dict\":[[\"patients\",{\"dict\":[[\"date_of_birth\",{\"date\":\"1980-01-01\"}]");
    }
}
