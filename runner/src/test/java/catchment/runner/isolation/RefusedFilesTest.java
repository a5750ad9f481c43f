package catchment.runner.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import catchment.grammar.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a definition reads files with: what is not an ordinary file of the study is refused at the line that names it, and nothing of it is told. */
@Timeout(20)
final class RefusedFilesTest {
    private static final String SECRET = "this must not be read";
    private static final List<String> NAMES = List.of(
            "../outside.csv", "folder/../../outside.csv", "link.csv", "linked/outside.csv", "device.csv", "pipe.csv", "ABSOLUTE", "/dev/zero", "/etc/passwd");

    @TempDir
    Path place;

    private Path study;

    @BeforeEach
    void make() throws Exception {
        study = Files.createDirectory(place.resolve("study"));
        Files.writeString(place.resolve("outside.csv"), "patient_id,secret\n1," + SECRET + "\n");
        Files.writeString(place.resolve("outside.py"), "secret = \"" + SECRET + "\"\n");
        Files.createDirectory(study.resolve("folder"));
        Files.createSymbolicLink(study.resolve("link.csv"), place.resolve("outside.csv"));
        Files.createSymbolicLink(study.resolve("linked"), place);
        for (String ending : List.of(".csv", ".py")) {
            Files.createSymbolicLink(study.resolve("device" + ending), Path.of("/dev/zero"));
            Process process = new ProcessBuilder("mkfifo", study.resolve("pipe" + ending).toString()).start();
            assertThat(process.waitFor()).isZero();
        }
        Files.createSymbolicLink(study.resolve("linked_module.py"), place.resolve("outside.py"));
    }

    private Optional<Diagnostic> refusal(List<String> lines) throws IOException {
        Files.writeString(study.resolve("definition.py"), String.join("\n", lines).replace("ABSOLUTE", place.resolve("outside.csv").toString()) + "\n");
        return Isolation.refusal(study);
    }

    private void isRefusedAt(int line, List<String> lines) throws IOException {
        assertThat(refusal(lines)).as(String.join("\n", lines)).hasValueSatisfying(found -> {
            assertThat(found.span().file()).isEqualTo("definition.py");
            assertThat(found.span().start().line()).isEqualTo(line);
            assertThat(found.toString()).doesNotContain(SECRET).doesNotContain("root:");
        });
    }

    static Stream<List<String>> readers() {
        List<List<String>> all = new ArrayList<>();
        for (String name : NAMES) {
            all.add(List.of("", "x = open(\"" + name + "\").read()"));
            all.add(List.of("", "with open(\"" + name + "\") as f: x = f.read()"));
            all.add(List.of("from pathlib import Path", "x = Path(\"" + name + "\").read_text()"));
            all.add(List.of("from pathlib import Path", "x = Path(\"" + name + "\").open().read()"));
            all.add(List.of("import os", "x = os.listdir(\"" + name + "\")"));
            all.add(List.of("from ehrql import codelist_from_csv", "x = codelist_from_csv(\"" + name + "\", column=\"secret\")"));
        }
        all.add(List.of("import os", "x = os.listdir(\"..\")"));
        all.add(List.of("import os", "x = os.listdir(\"linked\")"));
        all.add(List.of("import os", "x = os.listdir(\"/\")"));
        for (String statement : List.of(
                "import linked_module",
                "from . import linked_module",
                "from .linked_module import secret",
                "from ..outside import secret",
                "from .. import outside",
                "from linked.outside import secret",
                "from .linked.outside import secret",
                "import pipe",
                "from .pipe import secret",
                "import device",
                "from .device import secret")) {
            all.add(List.of("", statement));
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("readers")
    void aReaderRefusesItAtItsLine(List<String> lines) throws IOException {
        isRefusedAt(2, lines);
    }

    static Stream<String> names() {
        return NAMES.stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void aTableFromAFileRefusesItAtItsLine(String name) throws IOException {
        isRefusedAt(4, List.of(
                "from ehrql import create_dataset",
                "from ehrql.tables import PatientFrame, Series, table_from_file",
                "",
                "@table_from_file(\"" + name + "\")",
                "class rows(PatientFrame):",
                "    secret = Series(str)",
                "",
                "dataset = create_dataset()",
                "dataset.define_population(rows.exists_for_patient())",
                "dataset.secret = rows.secret"));
    }
}
