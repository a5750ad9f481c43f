package catchment.runner.command;

import static org.assertj.core.api.Assertions.assertThat;

import catchment.grammar.diagnostic.ExitCode;
import catchment.runner.command.Shell.Ran;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run would do, shown and not done. */
final class DryRunTest {
    private static final String NOBODY_LISTENS = "postgresql://me:secret@127.0.0.1:1/records";

    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void aStudy() {
        shell = new Shell(folder)
                .with("definition.ehrql", """
                        from ehrql import create_dataset
                        from ehrql.tables.core import clinical_events, patients

                        dataset = create_dataset()
                        dataset.define_population(patients.exists_for_patient())
                        dataset.sex = patients.sex
                        dataset.asthma = clinical_events.where(clinical_events.snomedct_code.is_in(["195967001"])).exists_for_patient()
                        """)
                .with("measures.ehrql", """
                        from ehrql import create_measures, years
                        from ehrql.tables.core import patients

                        measures = create_measures()
                        measures.define_measure(
                            "men",
                            numerator=patients.sex == "male",
                            denominator=patients.exists_for_patient(),
                            intervals=years(2).starting_on("2020-01-01"),
                        )
                        """);
    }

    @Test
    void aDatasetsProgramIsShownWithoutADatabase() {
        Ran ran = shell.run("generate-dataset", "definition.ehrql", "--dsn", NOBODY_LISTENS, "--output", "out/dataset.csv", "--dry-run");
        assertThat(ran.err()).isEmpty();
        assertThat(ran.exit()).isEqualTo(ExitCode.OK);
        assertThat(ran.out())
                .startsWith("-- a dry run: nothing of this is done\n-- data: database\n-- engine: postgresql\n")
                .contains("-- reads: patients (sex)\n", "-- computes: the population", "-- writes: out/dataset.csv\n", "CREATE TEMPORARY TABLE")
                .doesNotContain("secret");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void theProgramOfMeasuresToo() {
        Ran ran = shell.run("generate-measures", "measures.ehrql", "--dsn", NOBODY_LISTENS, "--output", "out:csv", "--dry-run");
        assertThat(ran.exit()).as(ran.err()).isEqualTo(ExitCode.OK);
        assertThat(ran.out()).contains("-- reads: patients (sex)\n", "-- writes: out/men.csv\n", "SELECT");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void aFinishedOutputIsComputedByNothing() {
        Ran ran = shell.run("generate-dataset", "definition.ehrql", "--dummy-data-file", "finished.csv", "--dry-run");
        assertThat(ran.exit()).as(ran.err()).isEqualTo(ExitCode.OK);
        assertThat(ran.out()).contains("finished.csv", "nothing is computed", "writes: nothing").doesNotContain("SELECT");
    }

    @Test
    void anEngineWithoutSqlHasNoProgram() {
        assertThat(shell.run("generate-dataset", "definition.ehrql", "--engine", "reference", "--dry-run").exit()).isEqualTo(ExitCode.USAGE);
    }
}
