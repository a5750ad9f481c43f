package catchment.runner.command;

import static org.assertj.core.api.Assertions.assertThat;

import catchment.grammar.diagnostic.ExitCode;
import catchment.runner.command.Shell.Ran;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example tables. */
final class DumpExampleDataCommandTest {
    @TempDir
    Path folder;

    @Test
    void fiveTablesAreWrittenOverThoseOfTheSameNameAndADefinitionRunsOnThem() throws Exception {
        Shell shell = new Shell(folder).with("data/patients.csv", "old\n").with("data/own.csv", "stays\n").with("d.ehrql", """
                from ehrql import create_dataset
                from ehrql.tables.core import clinical_events, medications, ons_deaths, patients, practice_registrations

                dataset = create_dataset()
                dataset.define_population(patients.exists_for_patient())
                dataset.n = (
                    clinical_events.count_for_patient() + medications.count_for_patient() + practice_registrations.count_for_patient()
                )
                dataset.died = ons_deaths.date
                """);
        Ran ran = shell.run("dump-example-data", "--dst-dir", "data");
        assertThat(ran.exit()).isEqualTo(ExitCode.OK);
        assertThat(ran.out().lines()).hasSize(5).contains("data/patients.csv");
        assertThat(folder.resolve("data/own.csv")).hasContent("stays");
        assertThat(Files.list(folder.resolve("data"))).hasSize(6);
        assertThat(shell.run("generate-dataset", "d.ehrql", "--dummy-tables", "data", "--output", "out.csv").exit()).isEqualTo(ExitCode.OK);
        assertThat(Files.readAllLines(folder.resolve("out.csv"))).hasSizeGreaterThan(30);
    }

    @Test
    void whereItCannotBeWrittenNothingIsLeft() throws Exception {
        Shell shell = new Shell(folder).with("file", "").with("data/patients.csv/x", "");
        assertThat(shell.run("dump-example-data", "-d", "file").exit()).isEqualTo(ExitCode.OUTPUT);
        Ran ran = shell.run("dump-example-data", "-d", "data");
        assertThat(ran.exit()).isEqualTo(ExitCode.OUTPUT);
        assertThat(ran.err()).contains("a folder of that name is in its place");
        assertThat(Files.list(folder.resolve("data"))).hasSize(1);
    }
}
