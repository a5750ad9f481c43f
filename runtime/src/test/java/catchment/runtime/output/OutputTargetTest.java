package catchment.runtime.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catchment.grammar.diagnostic.ExitCode;
import catchment.runtime.RunException;
import catchment.runtime.format.FileFormat;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OutputTargetTest {
    @Test
    void aFileTellsItsFormatByItsName() throws Exception {
        assertThat(OutputTarget.parse("out/x.csv.gz")).isEqualTo(new OutputTarget.SingleFile(Path.of("out/x.csv.gz"), FileFormat.CSV_GZ));
        assertThat(OutputTarget.parse("a.b.parquet")).isEqualTo(new OutputTarget.SingleFile(Path.of("a.b.parquet"), FileFormat.PARQUET));
    }

    @Test
    void aFolderIsFollowedByItsFormat() throws Exception {
        assertThat(OutputTarget.parse("out:arrow")).isEqualTo(new OutputTarget.Folder(Path.of("out"), FileFormat.ARROW));
        assertThat(OutputTarget.parse("out/:csv")).isEqualTo(new OutputTarget.Folder(Path.of("out"), FileFormat.CSV));
    }

    @ParameterizedTest
    @ValueSource(strings = {"out.txt", "out", "out:xlsx", "out/:", "", "dir/"})
    void whatSaysNoFormatIsRefused(String text) {
        assertThatThrownBy(() -> OutputTarget.parse(text))
                .isInstanceOfSatisfying(RunException.class, refused -> {
                    assertThat(refused.diagnostic().code()).isEqualTo(OutputCode.OUTPUT_FORMAT);
                    assertThat(refused.diagnostic().code().exitCode()).isEqualTo(ExitCode.USAGE);
                });
    }

    @Test
    void severalTablesWantAFolder() throws Exception {
        Set<String> tables = new LinkedHashSet<>(List.of("dataset", "visits"));
        assertThat(OutputTarget.parse("out/x.arrow").fault(tables)).hasValueSatisfying(fault -> {
            assertThat(fault.message()).isEqualTo("one file cannot hold several tables: `dataset`, `visits`");
            assertThat(fault.hints()).containsExactly("`--output out/:arrow` writes one file for each");
        });
        assertThat(OutputTarget.parse("out/:arrow").fault(tables)).isEmpty();
        assertThat(OutputTarget.parse("out/x.arrow").fault(Set.of("dataset"))).isEmpty();
    }
}
