package catchment.runner.command;

import static org.assertj.core.api.Assertions.assertThat;

import catchment.grammar.diagnostic.ExitCode;
import catchment.runner.command.Shell.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From a line of the command to the measures on the disk. */
final class GenerateMeasuresCommandTest {
    private static final String DEFINITION = """
            from ehrql import INTERVAL, create_measures, months
            from ehrql.tables.core import clinical_events, patients

            during = clinical_events.where(clinical_events.date.is_during(INTERVAL))

            measures = create_measures()
            measures.define_defaults(denominator=patients.exists_for_patient(), intervals=months(2).starting_on("2024-01-01"))
            measures.define_measure("seen", numerator=during.exists_for_patient(), group_by={"sex": patients.sex})
            measures.define_measure("events", numerator=during.count_for_patient())
            """;
    private static final String EXACT = DEFINITION + "measures.configure_disclosure_control(enabled=False)\n";
    private static final String HEAD = "measure,interval_start,interval_end,ratio,numerator,denominator,sex\r\n";
    private static final String CONTROLLED = HEAD
            + "seen,2024-01-01,2024-01-31,0.0,0,10,female\r\n"
            + "seen,2024-01-01,2024-01-31,1.0,10,10,male\r\n"
            + "seen,2024-02-01,2024-02-29,0.0,0,10,female\r\n"
            + "seen,2024-02-01,2024-02-29,0.0,0,10,male\r\n"
            + "events,2024-01-01,2024-01-31,0.75,15,20,\r\n"
            + "events,2024-02-01,2024-02-29,0.0,0,20,\r\n";

    @TempDir
    Path folder;

    private Shell shell;

    /** 11 women and 8 men, with an event in January for 6 women and all men. */
    @BeforeEach
    void aStudy() {
        StringBuilder patients = new StringBuilder("patient_id,date_of_birth,sex\n");
        StringBuilder events = new StringBuilder("patient_id,date,snomedct_code\n");
        IntStream.rangeClosed(1, 19).forEach(patient -> {
            patients.append(patient).append(",1980-01-01,").append(patient <= 11 ? "female" : "male").append('\n');
            if (patient <= 6 || patient > 11) {
                events.append(patient).append(",2024-01-31,195967001\n");
            }
        });
        shell = new Shell(folder)
                .with("measures.ehrql", DEFINITION)
                .with("exact.ehrql", EXACT)
                .with("dummy_tables/patients.csv", patients.toString())
                .with("dummy_tables/clinical_events.csv", events.toString());
    }

    private Path written(String... words) {
        Ran ran = shell.run(Stream.concat(Stream.of("generate-measures"), Stream.of(words)).toArray(String[]::new));
        assertThat(ran.err()).isEmpty();
        assertThat(ran.exit()).isEqualTo(ExitCode.OK);
        return folder;
    }

    @ParameterizedTest
    @ValueSource(strings = {"duckdb", "reference"})
    void measuresComeInOneFileWithSmallNumbersHidden(String engine) throws IOException {
        written("measures.ehrql", "--dummy-tables", "dummy_tables", "--engine", engine, "--output", "out/measures.csv");
        assertThat(Files.readString(folder.resolve("out/measures.csv"))).isEqualTo(CONTROLLED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"duckdb", "reference"})
    void disclosureControlCanBeTurnedOffInTheDefinition(String engine) throws IOException {
        written("exact.ehrql", "--dummy-tables", "dummy_tables", "--engine", engine, "--output", "measures.csv");
        assertThat(Files.readString(folder.resolve("measures.csv"))).isEqualTo(HEAD
                + "seen,2024-01-01,2024-01-31,0.5454545454545454,6,11,female\r\n"
                + "seen,2024-01-01,2024-01-31,1.0,8,8,male\r\n"
                + "seen,2024-02-01,2024-02-29,0.0,0,11,female\r\n"
                + "seen,2024-02-01,2024-02-29,0.0,0,8,male\r\n"
                + "events,2024-01-01,2024-01-31,0.7368421052631579,14,19,\r\n"
                + "events,2024-02-01,2024-02-29,0.0,0,19,\r\n");
    }

    @Test
    void aFolderHasAFileForEachMeasureWithItsOwnColumns() throws IOException {
        written("measures.ehrql", "--dummy-tables", "dummy_tables", "--output", "out:csv");
        assertThat(Files.readString(folder.resolve("out/seen.csv")).lines().limit(2)).containsExactly(
                "interval_start,interval_end,ratio,numerator,denominator,sex", "2024-01-01,2024-01-31,0.0,0,10,female");
        assertThat(Files.readString(folder.resolve("out/events.csv"))).isEqualTo(
                "interval_start,interval_end,ratio,numerator,denominator\r\n2024-01-01,2024-01-31,0.75,15,20\r\n2024-02-01,2024-02-29,0.0,0,20\r\n");
    }

    @Test
    void aTableOfAllMeasuresIsShownWithoutAnOutput() {
        Ran ran = shell.run("generate-measures", "measures.ehrql", "--dummy-tables", "dummy_tables");
        assertThat(ran.out()).startsWith("measure").contains("seen").contains("events");
    }

    @ParameterizedTest
    @ValueSource(strings = {"given.csv", "given.csv.gz", "given.arrow", "given.parquet"})
    void aFinishedOutputIsTakenAndControlledInWhateverFormat(String given) throws IOException {
        written("exact.ehrql", "--dummy-tables", "dummy_tables", "--output", given);
        written("measures.ehrql", "--dummy-data-file", given, "--output", "measures.csv");
        assertThat(Files.readString(folder.resolve("measures.csv"))).isEqualTo(CONTROLLED);
    }

    @Test
    void aFinishedOutputMayBeAFolder() throws IOException {
        written("exact.ehrql", "--dummy-tables", "dummy_tables", "--output", "given:csv");
        written("measures.ehrql", "--dummy-data-file", "given", "--output", "measures.csv");
        assertThat(Files.readString(folder.resolve("measures.csv"))).isEqualTo(CONTROLLED);
    }

    @Test
    void aFinishedOutputOfOtherMeasuresIsRefused() {
        shell.with("given.csv", HEAD + "sein,2024-01-01,2024-01-31,1.0,10,10,male\r\n");
        Ran ran = shell.run("generate-measures", "measures.ehrql", "--dummy-data-file", "given.csv", "--output", "measures.csv");
        assertThat(ran.exit()).isEqualTo(ExitCode.DATA_FILE);
        assertThat(ran.err()).contains("`sein` is not a value of `measures.measure` (`seen`, `events`)");
        assertThat(folder.resolve("measures.csv")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"duckdb", "reference"})
    void aNumberBelowZeroIsNotGivenOut(String engine) {
        shell.with("negative.ehrql", DEFINITION + "measures.define_measure(\"less\", numerator=during.count_for_patient() - 1)\n");
        Ran ran = shell.run("generate-measures", "negative.ehrql", "--dummy-tables", "dummy_tables", "--engine", engine, "--output", "out/measures.csv");
        assertThat(ran.exit()).isEqualTo(ExitCode.DEFINITION);
        assertThat(ran.err()).contains("negative.ehrql:10:").contains("the numerator of the measure `less` is below zero").doesNotContain("-5");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void theSameSeedAndDayGiveTheSameMeasures() {
        for (String run : new String[] {"a", "b"}) {
            written("exact.ehrql", "--seed", "7", "--today", "2024-03-31", "--output", run + ".csv");
        }
        assertThat(folder.resolve("a.csv")).hasSameTextualContentAs(folder.resolve("b.csv"));
    }

    @Test
    void aDefinitionWithoutMeasuresIsRefused() {
        shell.with("dataset.ehrql", """
                from ehrql import create_dataset
                from ehrql.tables.core import patients

                dataset = create_dataset()
                dataset.define_population(patients.exists_for_patient())
                """);
        Ran ran = shell.run("generate-measures", "dataset.ehrql");
        assertThat(ran.exit()).isEqualTo(ExitCode.DEFINITION);
        assertThat(ran.err()).contains("dataset.ehrql defines a dataset, and this command takes measures");
    }

    @Test
    void theSqlOfAllMeasuresIsOneScript() {
        Ran ran = shell.run("dump-measures-sql", "measures.ehrql");
        assertThat(ran.exit()).as(ran.err()).isEqualTo(ExitCode.OK);
        assertThat(ran.out()).contains("clinical_events").contains("2024-02-29");
    }

    @Test
    void dummyTablesForMeasuresCanBeWrittenAndReadBack() {
        Ran made = shell.run("create-dummy-tables", "exact.ehrql", "made", "--seed", "7", "--today", "2024-03-31");
        assertThat(made.exit()).as(made.err()).isEqualTo(ExitCode.OK);
        written("exact.ehrql", "--dummy-tables", "made", "--output", "from_tables.csv");
        written("exact.ehrql", "--seed", "7", "--today", "2024-03-31", "--output", "made_up.csv");
        assertThat(folder.resolve("from_tables.csv")).hasSameTextualContentAs(folder.resolve("made_up.csv"));
    }
}
