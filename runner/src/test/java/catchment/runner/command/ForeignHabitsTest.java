package catchment.runner.command;

import static org.assertj.core.api.Assertions.assertThat;

import catchment.grammar.diagnostic.ExitCode;
import catchment.runner.command.Shell.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written in Python out of habit, or mistyped, is told with what to write instead. */
@Timeout(60)
final class ForeignHabitsTest {
    private static final String DATASET = """
            from ehrql import create_dataset, get_parameter
            from ehrql.tables.core import clinical_events, patients
            dataset = create_dataset()
            dataset.define_population(patients.exists_for_patient())
            dataset.sex = patients.sex
            """;

    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void aStudy() {
        shell = new Shell(folder);
    }

    private Ran check(String statements, String... arguments) {
        shell.with("study.py", DATASET + statements + "\n");
        String[] words = new String[arguments.length + 2];
        words[0] = "check";
        words[1] = "study.py";
        System.arraycopy(arguments, 0, words, 2, arguments.length);
        return shell.run(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "import os; x = os.listdir('/')",
        "import os; x = os.listdir('..')",
        "import os; x = os.path.exists('/etc/passwd')",
        "from pathlib import Path; x = list(Path('..').iterdir())",
        "from pathlib import Path; x = Path('/etc/passwd').exists()",
        "from pathlib import Path; x = Path('../x').is_dir()"
    })
    void whatLiesOutsideIsNotLookedAt(String statement) {
        Ran ran = check(statement);
        assertThat(ran.exit()).isEqualTo(ExitCode.DEFINITION);
        assertThat(ran.err()).contains("study.py:6:").contains("lies outside the study").contains("1 error");
    }

    @ParameterizedTest
    @ValueSource(strings = {"import os", "import os.path", "from os import path as p; import os"})
    void pathsArePutTogetherWithOs(String statement) {
        shell.with("codes.csv", "code\n");
        Ran ran = check(statement + "\nassert os.path.exists(os.path.join('.', 'codes.csv'))\nassert os.path.basename('a/b') == 'b'");
        assertThat(ran.exit()).as(ran.err()).isEqualTo(ExitCode.OK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"import re", "import dataclasses", "from sklearn.linear_model import LinearRegression", "import yaml"})
    void aModuleOfPythonIsRefusedByName(String statement) {
        Ran ran = check(statement);
        assertThat(ran.err()).contains("module-not-allowed").contains("1 error");
    }

    @Test
    void aDefaultdictIsRefusedByName() {
        assertThat(check("from collections import defaultdict\nx = defaultdict(list)").err()).contains("setdefault").contains("1 error");
    }

    @ParameterizedTest
    @CsvSource({"--s, -abc, --s=-abc", "--ss, abc, the command gives `--ss`"})
    void aParameterThatIsGivenOtherwiseIsNamed(String option, String value, String said) {
        assertThat(check("x = get_parameter('s')", "--", option, value).err()).contains(said).contains("1 error");
    }

    @Test
    void aMissingDotIsOneMistake() {
        Ran ran = check("e = clinical_events.where(\n    clinical_events.date > '2020-01-01'\n)except_where(\n    clinical_events.date > '2021-01-01'\n)");
        assertThat(ran.err()).contains("a dot is missing before `except_where`").contains("1 error");
    }

    @Test
    void aFileThatIsADeviceIsNamedAndNotRead() throws IOException {
        Files.createDirectories(folder.resolve("tables"));
        Files.createSymbolicLink(folder.resolve("tables/patients.csv"), Path.of("/dev/zero"));
        shell.with("study.py", DATASET);
        Ran ran = shell.run("generate-dataset", "study.py", "--dummy-tables", "tables");
        assertThat(ran.exit()).isEqualTo(ExitCode.DATA_FILE);
        assertThat(ran.err()).contains("`tables/patients.csv` is a device");
        assertThat(shell.run("generate-dataset", "study.py", "--dummy-data-file", "/dev/zero").err()).contains("`/dev/zero` is a device");
    }

    @Test
    void aLinkThatIsLaidOutStaysALink() throws IOException {
        shell.with("real.py", "x=1\n");
        Files.createSymbolicLink(folder.resolve("link.py"), Path.of("real.py"));
        assertThat(shell.run("fmt", "link.py").exit()).isEqualTo(ExitCode.OK);
        assertThat(folder.resolve("link.py")).isSymbolicLink();
        assertThat(folder.resolve("real.py")).hasContent("x = 1\n");
    }
}
