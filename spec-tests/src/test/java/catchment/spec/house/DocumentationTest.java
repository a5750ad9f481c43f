package catchment.spec.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every code block of the README and of {@code docs} does what the page says. With {@code -Dspec.accept} pages take what their commands print. */
final class DocumentationTest {
    /** These come from the specification, and each mistake's page has a test of its own. */
    private static final List<String> TESTED_ELSEWHERE = List.of("docs/language/", "docs/errors/");

    @TestFactory
    Stream<DynamicTest> pages(@TempDir Path folder) {
        Path root = Repository.root();
        return Stream.concat(Stream.of(root.resolve("README.md")), Repository.filesIn(root.resolve("docs")).stream())
                .filter(file -> file.toString().endsWith(".md"))
                .filter(file -> TESTED_ELSEWHERE.stream().noneMatch(root.relativize(file).toString()::startsWith))
                .map(file -> DynamicTest.dynamicTest(root.relativize(file).toString(), () -> follow(file, folder.resolve(root.relativize(file)))));
    }

    private static void follow(Path file, Path folder) throws IOException {
        String page = Repository.read(file);
        Documentation.Followed followed = Documentation.follow(page, Files.createDirectories(folder));
        if (System.getProperty("spec.accept") != null) {
            Files.writeString(file, followed.accepted());
        }
        assertThat(followed.faults()).isEmpty();
    }

    @Test
    void aPageThatIsWrongIsFound(@TempDir Path folder) throws IOException {
        String page = """
                ```csv dummy_tables/patients.csv
                patient_id,date_of_birth,sex
                1,1980-01-01,female
                ```
                ```ehrql d.ehrql
                from ehrql import create_dataset
                from ehrql.tables.core import patients

                dataset = create_dataset()
                dataset.define_population(patients.exists_for_patient())
                dataset.sex = patients.sex
                ```
                ```console
                $ catchment generate-dataset d.ehrql --dummy-tables dummy_tables
                patient_id  sex
                …
                         1  fem…
                $ catchment check gone.ehrql
                …
                $ echo $?
                2
                ```
                """;
        assertThat(Documentation.follow(page, Files.createDirectories(folder.resolve("right"))).faults()).isEmpty();

        String wrong = page.replace("1  fem", "1  male").replace("\n2\n", "\n0\n");
        Documentation.Followed followed = Documentation.follow(wrong, Files.createDirectories(folder.resolve("wrong")));
        assertThat(followed.faults()).hasSize(2);
        assertThat(followed.accepted()).contains("         1  female\n").contains("\n2\n```");

        assertThat(Documentation.follow("```ehrql\nx = y\n```\n```java\nint x;\n```\n", Files.createDirectories(folder.resolve("other"))).faults()).hasSize(2);
    }
}
