package catchment.runner.command;

import static org.assertj.core.api.Assertions.assertThat;

import catchment.grammar.diagnostic.ExitCode;
import catchment.runner.command.Shell.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No output takes the place of what is read, nor of another output, and two outputs appear together or not at all. */
final class OutputPlacesTest {
    private static final String DEFINITION = """
            import json
            from ehrql import codelist_from_csv, create_dataset
            from ehrql.tables import PatientFrame, Series, table_from_file
            from ehrql.tables.core import clinical_events, patients
            from parts import minimum

            settings = json.load(open("settings.json"))
            codes = codelist_from_csv("codes.csv", column="code")


            @table_from_file("matches.csv")
            class matches(PatientFrame):
                group = Series(int)


            dataset = create_dataset()
            dataset.define_population(patients.exists_for_patient() & (matches.group >= minimum))
            dataset.asthma = clinical_events.where(clinical_events.snomedct_code.is_in(codes)).exists_for_patient()
            """;

    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void aStudy() throws IOException {
        shell = new Shell(folder)
                .with("study.py", DEFINITION)
                .with("parts.py", "minimum = 1\n")
                .with("settings.json", "{\"a\": 1}\n")
                .with("codes.csv", "code\n195967001\n")
                .with("matches.csv", "patient_id,group\n1,3\n2,1\n")
                .with("tables/patients.csv", "patient_id,date_of_birth,sex\n2,1985-02-01,male\n1,1980-07-01,female\n")
                .with("tables/clinical_events.csv", "patient_id,date,snomedct_code\n1,2024-01-05,195967001\n");
        Files.createSymbolicLink(folder.resolve("link.json"), folder.resolve("settings.json"));
        Files.createLink(folder.resolve("hard.json"), folder.resolve("settings.json"));
        Files.createSymbolicLink(folder.resolve("elsewhere"), folder);
    }

    /** Everything that is there, so that nothing more and nothing else may be there afterwards. */
    private List<String> everything() throws IOException {
        List<String> all = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted().toList()) {
                all.add(file + (Files.isRegularFile(file) ? "\n" + Files.readString(file) : ""));
            }
        }
        return all;
    }

    private void isRefused(String... words) throws IOException {
        List<String> before = everything();
        Ran ran = shell.run(words);
        assertThat(ran.exit()).as(ran.err()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.err()).contains("output-taken");
        assertThat(everything()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"settings.json", "./settings.json", "tables/../settings.json", "link.json", "hard.json", "elsewhere/settings.json"})
    void aProvenanceDoesNotReplaceWhatTheDefinitionReads(String file) throws IOException {
        isRefused("generate-dataset", "study.py", "--dummy-tables", "tables", "--output", "out.csv", "--provenance", file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"codes.csv", "matches.csv", "tables/patients.csv", "elsewhere/codes.csv", "tables:csv", "elsewhere/tables:csv"})
    void anOutputDoesNotReplaceWhatIsRead(String output) throws IOException {
        if (output.endsWith(":csv")) {
            Files.copy(folder.resolve("codes.csv"), folder.resolve("tables/dataset.csv"));
            shell.with("study.py", DEFINITION.replace("\"codes.csv\"", "\"tables/dataset.csv\""));
        }
        isRefused("generate-dataset", "study.py", "--dummy-tables", "tables", "--output", output);
    }

    static Stream<List<String>> commands() {
        return Stream.of(
                List.of("explain", "study.py", "--output", "parts.py"),
                List.of("explain", "study.py", "--patient", "1", "--dummy-tables", "tables", "--output", "tables/patients.csv"),
                List.of("serialize-definition", "study.py", "--output", "study.py"),
                List.of("dump-dataset-sql", "study.py", "--output", "codes.csv"),
                List.of("attrition", "study.py", "--dummy-tables", "tables", "--output", "matches.csv"),
                List.of("generate-dataset", "study.py", "--dummy-tables", "tables", "--output", "study.json", "--provenance", "study.json"));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void noCommandDoes(List<String> words) throws IOException {
        if (words.contains("study.json")) {
            List<String> before = everything();
            assertThat(shell.run(words.toArray(String[]::new)).exit()).isEqualTo(ExitCode.USAGE);
            assertThat(everything()).isEqualTo(before);
        } else {
            isRefused(words.toArray(String[]::new));
        }
    }

    @Test
    void dummyTablesDoNotReplaceACodelist() throws IOException {
        Files.createDirectories(folder.resolve("made"));
        Files.copy(folder.resolve("codes.csv"), folder.resolve("made/patients.csv"));
        shell.with("study.py", DEFINITION.replace("\"codes.csv\"", "\"made/patients.csv\""));
        isRefused("create-dummy-tables", "study.py", "made");
    }

    @ParameterizedTest
    @ValueSource(strings = {"study.py", "out.csv", ".json", "out"})
    void aProvenanceIsJsonByItsName(String file) throws IOException {
        List<String> before = everything();
        Ran ran = shell.run("generate-dataset", "study.py", "--dummy-tables", "tables", "--output", "out.csv", "--provenance", file);
        assertThat(ran.exit()).as(ran.err()).isEqualTo(ExitCode.USAGE);
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void aProvenanceThatCannotBeWrittenLeavesNoDatasetEither() throws IOException {
        shell.with("file", "");
        List<String> before = everything();
        Ran ran = shell.run("generate-dataset", "study.py", "--dummy-tables", "tables", "--output", "new/out.csv", "--provenance", "file/p.json");
        assertThat(ran.exit()).as(ran.err()).isEqualTo(ExitCode.OUTPUT);
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void aProvenanceTellsEveryFileThatWasReadAndHowManyPatients() throws IOException {
        Ran ran = shell.run("generate-dataset", "study.py", "--dummy-tables", "tables", "--output", "out.csv", "--provenance", "out/p.json");
        assertThat(ran.exit()).as(ran.err()).isEqualTo(ExitCode.OK);
        assertThat(Files.readString(folder.resolve("out/p.json")))
                .contains("\"study.py\" :", "\"parts.py\" :", "\"settings.json\" :", "\"codes.csv\" :", "\"matches.csv\" :")
                .contains("\"tables/patients.csv\" :", "\"tables/clinical_events.csv\" :")
                .contains("\"backend\" : null", "\"patients\" : 2", "\"dataset\" : 2");
    }

    @Test
    void aFinishedOutputIsAmongTheDataFiles() throws IOException {
        shell.with("finished.csv", "patient_id,asthma\n1,T\n");
        Ran ran = shell.run(
                "generate-dataset", "study.py", "--dummy-data-file", "finished.csv", "--output", "out.csv", "--provenance", "p.json");
        assertThat(ran.exit()).as(ran.err()).isEqualTo(ExitCode.OK);
        assertThat(Files.readString(folder.resolve("p.json"))).contains("\"finished.csv\" :");
    }

    @Test
    void anOutputThatCannotHoldTheTablesIsRefusedBeforePatientsAreMadeUp() {
        shell.with("events.py", """
                from ehrql import claim_permissions, create_dataset
                from ehrql.tables.core import clinical_events, patients

                claim_permissions("event_level_data")
                dataset = create_dataset()
                dataset.configure_dummy_data(population_size=1000000)
                dataset.define_population(patients.exists_for_patient())
                dataset.add_event_table("events", date=clinical_events.date)
                """);
        Ran ran = shell.run("generate-dataset", "events.py", "--output", "o.csv");
        assertThat(ran.exit()).as(ran.err()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.err()).contains("output-needs-folder");
    }

    @ParameterizedTest
    @ValueSource(strings = {".csv", "out/.csv.gz", ".arrow"})
    void aNameThatIsNothingButItsEndingIsNone(String output) throws IOException {
        List<String> before = everything();
        Ran ran = shell.run("generate-dataset", "study.py", "--dummy-tables", "tables", "--output", output);
        assertThat(ran.exit()).as(ran.err()).isEqualTo(ExitCode.USAGE);
        assertThat(everything()).isEqualTo(before);
    }
}
