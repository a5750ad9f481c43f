package catchment.runner.command;

import static org.assertj.core.api.Assertions.assertThat;

import catchment.grammar.diagnostic.ExitCode;
import catchment.runner.command.Shell.Ran;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code show} shows. */
final class DebugCommandTest {
    private static final String IMPORTS = """
            from ehrql import create_dataset, show
            from ehrql.tables.core import clinical_events, patients
            """;

    @TempDir
    Path folder;

    private Ran debug(Map<String, String> environment, String definition, String... more) {
        String[] words = new String[more.length + 4];
        System.arraycopy(new String[] {"debug", "definition.ehrql", "--dummy-tables", "tables"}, 0, words, 0, 4);
        System.arraycopy(more, 0, words, 4, more.length);
        return new Shell(folder, environment)
                .with("definition.ehrql", IMPORTS + definition)
                .with("tables/patients.csv", "patient_id,date_of_birth,sex\n1,1980-07-01,female\n2,1985-02-01,unknown\n3,1990-01-01,male\n")
                .with("tables/clinical_events.csv", "patient_id,date,snomedct_code,numeric_value\n1,2021-01-05,195967001,1.5\n3,2022-03-01,73211009,\n1,2019-01-05,195967001,2\n")
                .run(words);
    }

    private Ran debug(String definition, String... more) {
        return debug(Map.of(), definition, more);
    }

    @Test
    void rowsOfATableComePatientByPatientInTheOrderOfItsSorts() {
        Ran ran = debug("show(clinical_events.sort_by(clinical_events.date).where(clinical_events.numeric_value > 0), label='by date')\n");
        assertThat(ran.exit()).isEqualTo(ExitCode.OK);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).isEqualTo("""
                line 3: by date
                patient_id | row_id | date       | snomedct_code | numeric_value
                -----------+--------+------------+---------------+--------------
                1          | 3      | 2019-01-05 | 195967001     | 2.0
                1          | 1      | 2021-01-05 | 195967001     | 1.5

                """);
    }

    @Test
    void valuesStandSideBySideAndADifferenceInDays() {
        Ran ran = debug("show(patients.sex, patients.date_of_birth > '1984-01-01', '1980-07-11' - patients.date_of_birth)\n");
        assertThat(ran.err()).isEqualTo("""
                line 3
                patient_id | series_1 | series_2 | series_3
                -----------+----------+----------+-----------
                1          | female   | False    | 10 days
                2          | unknown  | True     | -1666 days
                3          | male     | True     | -3461 days

                """);
    }

    @Test
    void aDatasetIsShownAsItIsSoFar() {
        Ran ran = debug("dataset = create_dataset()\ndataset.sex = patients.sex\nshow(dataset)\ndataset.define_population(patients.sex == 'male')\nshow(dataset)\n");
        assertThat(ran.err()).contains("line 5\npatient_id | sex\n-----------+--------\n1          | female\n2          | unknown\n3          | male\n");
        assertThat(ran.err()).endsWith("line 7\npatient_id | sex\n-----------+-----\n3          | male\n\n");
    }

    @Test
    void aPickedRowIsShownForThoseWhoHaveOne() {
        assertThat(debug("show(clinical_events.sort_by(clinical_events.date).last_for_patient())\n").err())
                .contains("patient_id | date       | snomedct_code | numeric_value\n")
                .contains("1          | 2021-01-05 | 195967001     | 1.5\n3          | 2022-03-01 | 73211009      |\n");
    }

    @Test
    void theFirstAndTheLastRowsAreEnough() {
        assertThat(debug("show(patients.sex, head=1, tail=1)\n").err())
                .endsWith("1          | female\n...        | ...\n3          | male\n\n");
    }

    @Test
    void columnsThatDoNotFitOnTheScreenAreNamedBelow() {
        Ran ran = debug(Map.of("COLUMNS", "40"), "show(clinical_events)\n");
        assertThat(ran.err()).contains("patient_id | row_id | date       | …\n").contains("\nand snomedct_code, numeric_value\n");
        assertThat(ran.err().lines()).allMatch(line -> line.length() <= 40);
    }

    @Test
    void anEditorGetsHtml() {
        assertThat(debug("show(patients.sex == 'male', head=1)\n", "--display-format", "html").err()).isEqualTo("""
                line 3
                <!-- start debug output -->
                <table><thead><tr><th>patient_id</th><th>value</th></tr></thead><tbody><tr><td>1</td><td>False</td></tr><tr><td>&hellip;</td><td>&hellip;</td></tr></tbody></table>
                <!-- end debug output -->

                """);
    }

    @Test
    void withoutTablesPatientsAreMadeUpForWhatIsShown() {
        Ran ran = new Shell(folder).with("d.ehrql", IMPORTS + "show(clinical_events)\nshow(patients.sex)\n").run("debug", "d.ehrql");
        assertThat(ran.exit()).isEqualTo(ExitCode.OK);
        assertThat(ran.err().lines().filter(line -> line.matches("\\d+ .*"))).hasSizeGreaterThan(10);
    }

    @Test
    void theOtherCommandsSayThatTheyShowNothing() {
        Ran ran = new Shell(folder).with("d.ehrql", IMPORTS + "show(patients)\nshow(patients.sex)\n").run("check", "d.ehrql");
        assertThat(ran.exit()).isEqualTo(ExitCode.OK);
        assertThat(ran.err()).contains("d.ehrql:3:1: note: this and 1 more are not shown here");
    }

    @Test
    void aMistakeIsToldAndNothingShown() {
        Ran ran = debug("show(patients.sexx)\nshow(patients.sex)\n");
        assertThat(ran.exit()).isEqualTo(ExitCode.DEFINITION);
        assertThat(ran.err()).doesNotContain("line 4");
    }
}
