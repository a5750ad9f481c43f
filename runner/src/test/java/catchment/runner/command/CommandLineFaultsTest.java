package catchment.runner.command;

import static org.assertj.core.api.Assertions.assertThat;

import catchment.grammar.diagnostic.ExitCode;
import catchment.runner.command.Shell.Ran;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with a command line is one message with what to write, exit 2, and a diagnostic in JSON like any other. */
final class CommandLineFaultsTest {
    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void aStudy() {
        shell = new Shell(folder).with("analysis/dataset_definition.ehrql", "").with("dummy_tables/patients.csv", "patient_id\n");
    }

    @Test
    void namesTheOptionsThatAnUnknownOneMayHaveMeantTheLikeliestByItsValueFirst() {
        Ran ran = shell.run("generate-dataset", "analysis/dataset_definition.ehrql", "--dummy-data", "dummy_tables");
        assertThat(ran.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.err())
                .startsWith("error: `generate-dataset` has no option `--dummy-data`\n = `--dummy-tables DIR`: ")
                .contains("= `--dummy-data-file FILE`: ")
                .contains("= `dummy_tables` is a folder, so `--dummy-tables` is likely\n")
                .contains("= catchment help option-unknown\n")
                .endsWith("\n1 error\n");
    }

    @Test
    void takesNoAbbreviationOfAnOption() {
        assertThat(shell.run("generate-dataset", "analysis/dataset_definition.ehrql", "--outp", "x.csv").err())
                .contains("has no option `--outp`")
                .contains("= `--output ");
    }

    @Test
    void sendsAnOptionOfNoCommandBehindTheLoneDashes() {
        assertThat(shell.run("check", "analysis/dataset_definition.ehrql", "--zzzzzz", "2024-03-31").err())
                .contains("= parameters of the definition stand after a lone `--`: `catchment check … -- --zzzzzz`\n");
    }

    @Test
    void saysWhichCommandHasTheOption() {
        assertThat(shell.run("check", "analysis/dataset_definition.ehrql", "--output", "x.csv").err())
                .contains("` is an option of `");
    }

    @Test
    void namesTheNearestCommand() {
        assertThat(shell.run("chek", "analysis/dataset_definition.ehrql").err())
                .startsWith("error: there is no command `chek`\n = did you mean `check`?\n");
        assertThat(shell.run("analysis/dataset_definition.ehrql").err())
                .contains("a command comes before the definition: `catchment generate-dataset analysis/dataset_definition.ehrql`");
    }

    @Test
    void namesTheNearestFile() {
        assertThat(shell.run("check", "analysis/dataset_definitoin.ehrql").err())
                .startsWith("error: there is no file `analysis/dataset_definitoin.ehrql`\n = did you mean `analysis/dataset_definition.ehrql`?\n");
        assertThat(shell.run("check", "analysis/dataset_definition").err()).contains("= there is `analysis/dataset_definition.ehrql`");
        assertThat(shell.run("check", "analyses/dataset_definition.ehrql").err()).contains("= there is no folder `analyses`");
        assertThat(shell.run("check", "analysis").err())
                .contains("`analysis` is a folder, not a definition")
                .contains("= name the file: `analysis/dataset_definition.ehrql`");
    }

    @Test
    void saysWhichSuffixADefinitionHas() {
        Ran ran = shell.with("study.txt", "").run("check", "study.txt");
        assertThat(ran.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.err()).contains("= a definition's file ends in `.ehrql` or `.py`");
    }

    @Test
    void saysWhatIsMissingTooManyOrWrong() {
        assertThat(shell.run("check").err()).startsWith("error: `check` needs a DEFINITION\n");
        assertThat(shell.run("check", "analysis/dataset_definition.ehrql", "--today").err()).startsWith("error: `--today` needs a value\n");
        assertThat(shell.run("check", "analysis/dataset_definition.ehrql", "--today", "tomorrow").err())
                .startsWith("error: `--today` cannot be `tomorrow`\n");
        assertThat(shell.run("check", "analysis/dataset_definition.ehrql", "--today", "2024-03-31T25:00").err())
                .startsWith("error: `--today` cannot be `2024-03-31T25:00`\n");
        assertThat(shell.run("check", "analysis/dataset_definition.ehrql", "--today", "2024-03-31T09:30").err()).doesNotContain("--today");
        assertThat(shell.run("check", "analysis/dataset_definition.ehrql", "--diagnostics", "xml").err())
                .startsWith("error: `--diagnostics` cannot be `xml`\n = one of `text`, `json`\n");
        assertThat(shell.run("check", "analysis/dataset_definition.ehrql", "start_date").err())
                .startsWith("error: `check` does not know what to do with `start_date`\n");
    }

    @Test
    void isADiagnosticInJsonToo() {
        Ran ran = shell.run("check", "gone.ehrql", "--diagnostics", "json");
        assertThat(ran.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.err())
                .startsWith("[{\"code\":\"definition-not-found\",\"severity\":\"error\",\"message\":\"there is no file `gone.ehrql`\",\"file\":null,"
                        + "\"start\":{\"line\":1,\"column\":1},\"end\":{\"line\":1,\"column\":1},\"hints\":[")
                .endsWith("],\"fixes\":[]}]\n");
        assertThat(ran.err().lines()).hasSize(1);
    }

    @Test
    void reportsAllMistakesOfALine() {
        assertThat(shell.run("check", "--wrong", "--today", "tomorrow").err()).contains("no option `--wrong`").contains("`--today` cannot be");
    }

    @Test
    void showsHelpWhereNothingIsAsked() {
        Ran ran = shell.run();
        assertThat(ran.exit()).isEqualTo(ExitCode.OK);
        assertThat(ran.out()).contains("Examples:").contains("generate-dataset");
        assertThat(shell.run("--version").out()).startsWith("catchment ");
        assertThat(shell.run("check", "--help").out()).contains("Usage: catchment check").contains("Example:");
        assertThat(shell.run("help", "check").out()).contains("Usage: catchment check");
    }
}
