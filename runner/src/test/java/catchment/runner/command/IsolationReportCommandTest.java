package catchment.runner.command;

import static org.assertj.core.api.Assertions.assertThat;

import catchment.grammar.diagnostic.ExitCode;
import catchment.runner.command.Shell.Ran;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a definition must not do. */
final class IsolationReportCommandTest {
    @TempDir
    Path folder;

    @Test
    void everythingIsRefused() {
        Ran ran = new Shell(folder).run("isolation-report");
        assertThat(ran.err()).isEmpty();
        assertThat(ran.exit()).isEqualTo(ExitCode.OK);
        assertThat(ran.out())
                .doesNotContain("ALLOWED")
                .doesNotContain("this must not be read")
                .containsPattern("refused +read it through a link to the file\n +line 1: `link.csv` is a link that leads out of the study")
                .containsPattern("refused +open a connection\n")
                .containsPattern("\n(\\d+) of (\\d+) attempts are refused");
    }
}
