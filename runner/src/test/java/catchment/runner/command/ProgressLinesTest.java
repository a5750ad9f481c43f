package catchment.runner.command;

import static org.assertj.core.api.Assertions.assertThat;

import catchment.grammar.diagnostic.ExitCode;
import catchment.runner.command.Shell.Ran;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a log is told of a run. */
final class ProgressLinesTest {
    @TempDir
    Path folder;

    @Test
    void eachStageIsALineWhereALogAsksForIt() {
        Shell shell = new Shell(folder, Map.of("CATCHMENT_PROGRESS", "lines"))
                .with("definition.ehrql", """
                        from ehrql import create_dataset
                        from ehrql.tables.core import patients

                        dataset = create_dataset()
                        dataset.define_population(patients.date_of_birth < "2000-01-01")
                        dataset.sex = patients.sex
                        """)
                .with("dummy_tables/patients.csv", "patient_id,date_of_birth,sex\n1,1980-07-01,female\n2,2010-01-01,male\n");
        Ran ran = shell.run("generate-dataset", "definition.ehrql", "--dummy-tables", "dummy_tables", "--output", "out.csv");
        assertThat(ran.exit()).as(ran.err()).isEqualTo(ExitCode.OK);
        assertThat(ran.err().lines()).anyMatch(line -> line.matches("writing dataset: 1 row, [0-9.]+ s")).allMatch(line -> line.matches(".*: .*[0-9.]+ s"));
    }

    @Test
    void aTimeLimitIsADurationAndAnUnreadableOneIsToldWithWhatToWrite() {
        Shell shell = new Shell(folder, Map.of("CATCHMENT_STATEMENT_TIMEOUT", "soon"));
        Ran ran = shell.with("definition.ehrql", "x = 1\n").run("generate-dataset", "definition.ehrql");
        assertThat(ran.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.err()).contains("CATCHMENT_STATEMENT_TIMEOUT cannot be `soon`", "`30m`");
        assertThat(shell.run("generate-dataset", "definition.ehrql", "--statement-timeout", "5").exit()).isEqualTo(ExitCode.USAGE);
        assertThat(new Shell(folder).run("generate-dataset", "definition.ehrql", "--engine", "sqlite", "--staging", "scratch").err()).contains("keeps no stages in real tables");
    }
}
