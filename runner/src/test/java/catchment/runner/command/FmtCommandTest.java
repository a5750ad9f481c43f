package catchment.runner.command;

import static org.assertj.core.api.Assertions.assertThat;

import catchment.grammar.diagnostic.ExitCode;
import catchment.runner.command.Shell.Ran;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One layout for all. */
final class FmtCommandTest {
    @TempDir
    Path folder;

    @Test
    void filesAreLaidOutWhereTheyStand() {
        Shell shell = new Shell(folder).with("a.ehrql", "x=1 # why\n").with("b.py", "y = 2\n");
        Ran ran = shell.run("fmt", "a.ehrql", "b.py");
        assertThat(ran.exit()).isEqualTo(ExitCode.OK);
        assertThat(ran.err()).isEqualTo("a.ehrql: laid out\n");
        assertThat(folder.resolve("a.ehrql")).hasContent("x = 1  # why\n");
        assertThat(shell.run("fmt", "a.ehrql", "b.py").err()).isEqualTo("all 2 files are laid out already\n");
    }

    @Test
    void aCheckChangesNothingAndFailsWhereALayoutDiffers() {
        Shell shell = new Shell(folder).with("a.ehrql", "x=1\n").with("b.py", "y = 2\n");
        Ran ran = shell.run("fmt", "--check", "a.ehrql", "b.py");
        assertThat(ran.exit()).isEqualTo(ExitCode.DEFINITION);
        assertThat(ran.err()).contains("`a.ehrql` is laid out otherwise").doesNotContain("b.py");
        assertThat(folder.resolve("a.ehrql")).hasContent("x=1\n");
        assertThat(shell.run("fmt", "--check", "b.py").exit()).isEqualTo(ExitCode.OK);
    }

    @Test
    void aFileWithAMistakeIsToldOfAndNothingIsChanged() throws Exception {
        Shell shell = new Shell(folder).with("a.ehrql", "x=1\n").with("wrong.ehrql", "y = (1\n");
        Ran ran = shell.run("fmt", "a.ehrql", "wrong.ehrql");
        assertThat(ran.exit()).isEqualTo(ExitCode.DEFINITION);
        assertThat(ran.err()).contains("wrong.ehrql:1:5");
        assertThat(folder.resolve("a.ehrql")).hasContent("x=1\n");
        Files.write(folder.resolve("latin.ehrql"), "x = 'é'\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(shell.run("fmt", "latin.ehrql").err()).contains("`latin.ehrql` is not UTF-8 text");
        assertThat(shell.run("fmt", "gone.ehrql").exit()).isEqualTo(ExitCode.USAGE);
        assertThat(shell.run("fmt").exit()).isEqualTo(ExitCode.USAGE);
    }
}
