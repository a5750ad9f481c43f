package catchment.runner.command;

import static org.assertj.core.api.Assertions.assertThat;

import catchment.grammar.diagnostic.ExitCode;
import catchment.runner.command.Shell.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From a command line to what is left on the disk. */
final class EndToEndTest {
    private static final String HEAD = """
            from ehrql import codelist_from_csv, create_dataset, get_parameter
            from ehrql.tables.core import clinical_events, patients

            dataset = create_dataset()
            dataset.define_population(patients.exists_for_patient())
            """;

    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void aStudy() {
        shell = new Shell(folder)
                .with("definition.ehrql", HEAD + "dataset.sex = patients.sex\n")
                .with("codelists/asthma.csv", "code,term\n195967001,Asthma\n")
                .with("dummy_tables/patients.csv", "patient_id,date_of_birth,sex\n2,1985-02-01,male\n1,1980-07-01,female\n")
                .with("dummy_tables/clinical_events.csv", "patient_id,date,snomedct_code\n1,2024-01-05,195967001\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"duckdb", "reference"})
    void aDefinitionBecomesADataset(String engine) throws IOException {
        Ran ran = shell.run("generate-dataset", "definition.ehrql", "--dummy-tables", "dummy_tables", "--engine", engine, "--output", "out/dataset.csv");
        assertThat(ran.err()).isEmpty();
        assertThat(ran.exit()).isEqualTo(ExitCode.OK);
        assertThat(Files.readString(folder.resolve("out/dataset.csv"))).isEqualTo("patient_id,sex\r\n1,female\r\n2,male\r\n");
    }

    @ParameterizedTest
    @CsvSource({"2000-06-30,19", "2000-07-01,20", "2001-07-01T23:59,21"})
    void theDayOfTheRunIsWhatTheOptionSays(String day, int age) throws IOException {
        shell.with("definition.ehrql", "from datetime import date\n" + HEAD + "dataset.age = patients.age_on(date.today())\n");
        Ran ran = shell.run("generate-dataset", "definition.ehrql", "--dummy-tables", "dummy_tables", "--today", day, "--output", "aged.csv");
        assertThat(ran.exit()).as(ran.err()).isEqualTo(ExitCode.OK);
        assertThat(Files.readString(folder.resolve("aged.csv"))).contains("1," + age + "\r\n");
    }

    @Test
    void aTableIsShownWithoutAnOutput() {
        Ran ran = shell.run("generate-dataset", "definition.ehrql", "--dummy-tables", "dummy_tables");
        assertThat(ran.out()).contains("patient_id").contains("female").contains("male");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dataset.csv", "dataset.csv.gz", "dataset.arrow", "dataset.parquet"})
    void theSameSeedAndDayGiveTheSameBytes(String name) throws IOException {
        for (String run : List.of("a", "b")) {
            Ran ran = shell.run("generate-dataset", "definition.ehrql", "--seed", "7", "--today", "2024-03-31", "--output", run + "/" + name);
            assertThat(ran.exit()).as(ran.err()).isEqualTo(ExitCode.OK);
        }
        assertThat(folder.resolve("a/" + name)).hasSameBinaryContentAs(folder.resolve("b/" + name));
    }

    @Test
    void dummyTablesCanBeWrittenAndReadBack() throws IOException {
        Ran made = shell.run("create-dummy-tables", "definition.ehrql", "made", "--seed", "7", "--today", "2024-03-31");
        assertThat(made.exit()).as(made.err()).isEqualTo(ExitCode.OK);
        shell.run("generate-dataset", "definition.ehrql", "--dummy-tables", "made", "--output", "from_tables.csv");
        shell.run("generate-dataset", "definition.ehrql", "--seed", "7", "--today", "2024-03-31", "--output", "made_up.csv");
        assertThat(Files.readString(folder.resolve("from_tables.csv")).lines().count()).isGreaterThan(5);
        assertThat(folder.resolve("from_tables.csv")).hasSameTextualContentAs(folder.resolve("made_up.csv"));
    }

    @Test
    void aFinishedOutputIsTakenAndCheckedAgainstTheDefinition() throws IOException {
        shell.with("finished.csv", "patient_id,sex\n7,female\n");
        shell.run("generate-dataset", "definition.ehrql", "--dummy-data-file", "finished.csv", "--output", "out.csv");
        assertThat(folder.resolve("out.csv")).hasContent("patient_id,sex\r\n7,female\r\n");
        Ran wrong = shell.with("finished.csv", "patient_id,sex\n7,F\n")
                .run("generate-dataset", "definition.ehrql", "--dummy-data-file", "finished.csv", "--output", "wrong.csv");
        assertThat(wrong.exit()).isEqualTo(ExitCode.DATA_FILE);
        assertThat(folder.resolve("wrong.csv")).doesNotExist();
    }

    @Test
    void aDatabaseGoesBeforeTablesAndItsPathMayComeFromTheEnvironment() {
        Path records = folder.resolve("records");
        shell.with("records/patients.csv", "patient_id,date_of_birth,sex\n9,1980-07-01,female\n");
        Ran ran = new Shell(folder, Map.of("DATABASE_URL", records.toString()))
                .run("generate-dataset", "definition.ehrql", "--dummy-tables", "dummy_tables");
        assertThat(ran.out()).contains("9").doesNotContain("male\n2");
        Ran both = shell.run("generate-dataset", "definition.ehrql", "--dsn", "records", "--dummy-tables", "dummy_tables");
        assertThat(both.exit()).isEqualTo(ExitCode.OK);
        assertThat(both.err()).contains("warning: `--dummy-tables` is not used, as the data comes from `--dsn`");
    }

    @Test
    void whatStandsAfterTheLoneDashesIsForTheDefinition() {
        shell.with("definition.ehrql", HEAD + "dataset.age = patients.age_on(get_parameter(\"start\"))\n");
        Ran ran = shell.run("generate-dataset", "definition.ehrql", "--dummy-tables", "dummy_tables", "--", "--start", "2024-03-31");
        assertThat(ran.out()).contains("43").contains("39");
        Ran missing = shell.run("check", "definition.ehrql", "--diagnostics", "json");
        assertThat(missing.exit()).isEqualTo(ExitCode.DEFINITION);
        assertThat(missing.err()).contains("--start");
    }

    @Test
    void jsonIsTheLastLineAlways() {
        assertThat(shell.run("check", "definition.ehrql", "--diagnostics", "json").err()).isEqualTo("[]\n");
        Ran printed = shell.with("definition.ehrql", HEAD + "print('two', 'words')\n").run("check", "definition.ehrql", "--diagnostics", "json");
        assertThat(printed.err()).startsWith("[{").contains("\"severity\":\"note\",\"message\":\"two words\"").endsWith("]\n");
        assertThat(printed.exit()).isEqualTo(ExitCode.OK);
    }

    @Test
    void tenMistakesAreTenDiagnosticsInOneRun() {
        shell.with("wrong.ehrql", HEAD + """
                dataset.a = patients.date_of_brith
                dataset.b = patients.age_on("2024-13-01")
                dataset.c = clinical_events.date
                dataset.d = clinical_events.where(clinical_events.snomedct_code == "195967001").first_for_patient().date
                dataset.e = patients.sex + 1
                dataset.f = unknown_name
                dataset.g = (patients.sex == "female") and patients.exists_for_patient()
                dataset.h = clinical_events.snomedct_code.is_in(["not a code"])
                dataset.i = patients.age_on(2024-03-31)
                codes = codelist_from_csv("codelists/astma.csv", column="code")
                """);
        Ran ran = shell.run("check", "wrong.ehrql");
        assertThat(ran.exit()).isEqualTo(ExitCode.DEFINITION);
        List<String> places = Pattern.compile("^wrong\\.ehrql:(\\d+):\\d+: error: ", Pattern.MULTILINE)
                .matcher(ran.err())
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(places).as(ran.err()).containsExactly("6", "7", "8", "9", "10", "11", "12", "13", "14", "15");
        assertThat(ran.err()).endsWith("\n10 errors\n").doesNotContain("Exception").doesNotContain("\tat ");
    }

    @Test
    void aMissingCodelistIsOneMessageAtItsPlace() {
        oneError("asthma = codelist_from_csv(\"codelists/astma.csv\", column=\"code\")", ExitCode.DEFINITION, "codelists/asthma.csv");
    }

    @Test
    void aWrongColumnOfACodelistIsOneMessageThatNamesTheColumns() {
        oneError("asthma = codelist_from_csv(\"codelists/asthma.csv\", column=\"codes\")", ExitCode.DEFINITION, "code");
    }

    @Test
    void aMissingPermissionIsOneMessage() {
        shell.with("wrong.ehrql", HEAD.replace("tables.core", "tables.tpp").replace("clinical_events", "appointments")
                + "dataset.n = appointments.count_for_patient()\n");
        Ran ran = shell.run("generate-dataset", "wrong.ehrql", "--output", "out.csv");
        assertThat(ran.exit()).as(ran.err()).isEqualTo(ExitCode.PERMISSION);
        assertThat(ran.err()).contains("claim_permissions").endsWith("\n1 error\n");
    }

    @Test
    void aMalformedDummyTableIsSaidWithItsPlaceAndLeavesNothing() {
        shell.with("dummy_tables/patients.csv", "patient_id,date_of_birth,sex\n1,1980-07-01,female\n2,1980-07-01,F\n");
        Ran ran = shell.run("generate-dataset", "definition.ehrql", "--dummy-tables", "dummy_tables", "--output", "out/dataset.csv");
        assertThat(ran.exit()).isEqualTo(ExitCode.DATA_FILE);
        assertThat(ran.err()).startsWith("dummy_tables/patients.csv:3:14: error: ").contains("  3 | 2,1980-07-01,F\n    |              ^\n").endsWith("\n1 error\n");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void anOutputThatCannotBeWrittenIsSaidAndLeavesNothing() throws IOException {
        Ran ran = shell.run("generate-dataset", "definition.ehrql", "--dummy-tables", "dummy_tables", "--output", "definition.ehrql/dataset.csv");
        assertThat(ran.exit()).isEqualTo(ExitCode.OUTPUT);
        assertThat(ran.err()).startsWith("error: ").contains("definition.ehrql/dataset.csv").endsWith("\n1 error\n");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder("definition.ehrql", "codelists", "dummy_tables");
        }
    }

    @Test
    void eventTablesInOneFileAreRefusedWithTheFormToWrite() {
        shell.with("definition.ehrql", HEAD.replace("import codelist", "import claim_permissions, codelist") + """
                claim_permissions("event_level_data")
                dataset.sex = patients.sex
                dataset.add_event_table("events", date=clinical_events.date)
                """);
        Ran wrong = shell.run("generate-dataset", "definition.ehrql", "--dummy-tables", "dummy_tables", "--output", "out/dataset.csv");
        assertThat(wrong.exit()).as(wrong.err()).isEqualTo(ExitCode.USAGE);
        assertThat(wrong.err()).contains("--output out/:csv");
        Ran right = shell.run("generate-dataset", "definition.ehrql", "--dummy-tables", "dummy_tables", "--output", "out/:csv");
        assertThat(right.exit()).as(right.err()).isEqualTo(ExitCode.OK);
        assertThat(folder.resolve("out/events.csv")).hasContent("patient_id,date\r\n1,2024-01-05\r\n");
    }

    @Test
    void anEngineThatIsNotThereIsAFaultOfTheCommandLine() {
        assertThat(shell.run("generate-dataset", "definition.ehrql", "--engine", "duck").exit()).isEqualTo(ExitCode.USAGE);
        Shell withVariable = new Shell(folder, Map.of("OPENSAFELY_QUERY_ENGINE", "oracle"));
        assertThat(withVariable.run("generate-dataset", "definition.ehrql").exit()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void checksAModule() {
        assertThat(shell.with("ages.ehrql", "adult_age = 18\n").run("check", "ages.ehrql").err()).isEqualTo("ages.ehrql: no mistakes found\n");
    }

    private void oneError(String line, ExitCode exit, String hint) {
        Ran ran = shell.with("wrong.ehrql", HEAD + line + "\n").run("check", "wrong.ehrql");
        assertThat(ran.exit()).isEqualTo(exit);
        assertThat(ran.err()).startsWith("wrong.ehrql:6:").contains(hint).endsWith("\n1 error\n");
    }
}
