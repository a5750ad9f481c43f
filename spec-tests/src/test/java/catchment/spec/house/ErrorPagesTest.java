package catchment.spec.house;

import static org.assertj.core.api.Assertions.assertThat;

import catchment.grammar.diagnostic.DiagnosticCode;
import catchment.runner.command.Catchment;
import catchment.runner.report.Terminal;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Each code of a diagnostic has a page, whose example has the mistake, and whose mended twin has not. */
final class ErrorPagesTest {
    private static final Path PAGES = Repository.root().resolve("docs/errors");

    @TempDir
    Path folder;

    @Test
    void everyCodeHasAPageAndEveryPageACode() {
        List<String> pages = Repository.filesIn(PAGES).stream()
                .map(page -> page.getFileName().toString())
                .filter(name -> name.endsWith(".md") && !name.equals("README.md"))
                .map(name -> name.replace(".md", ""))
                .toList();
        assertThat(pages).containsExactlyInAnyOrderElementsOf(codes());
    }

    /** Where two modules meet the same mistake, one of them owns its code and the other uses it. */
    @Test
    void everyCodeStandsInOneEnum() {
        assertThat(codes()).doesNotHaveDuplicates();
    }

    @TestFactory
    Stream<DynamicTest> pages() {
        return codes().stream()
                .filter(code -> Files.exists(PAGES.resolve(code + ".md")))
                .map(code -> DynamicTest.dynamicTest(code, () -> holds(code, ErrorPage.read(PAGES.resolve(code + ".md")))));
    }

    private void holds(String code, ErrorPage page) throws IOException {
        assertThat(page.title()).isEqualTo(code);
        if (!page.withoutExample().isEmpty()) {
            return;
        }
        assertThat(page.wrong().isEmpty()).as("an example").isFalse();
        String wrong = diagnose(code + "/wrong", page.wrong());
        assertThat(wrong).as("the example").contains("\"code\":\"" + code + "\"");
        String mended = diagnose(code + "/mended", page.mended());
        assertThat(mended).as("the mended example").doesNotContain("\"code\":\"" + code + "\"").doesNotContain("\"severity\":\"error\"");
    }

    private String diagnose(String name, ErrorPage.Example example) throws IOException {
        Path study = folder.resolve(name);
        Files.createDirectories(study);
        for (Map.Entry<String, String> file : example.files().entrySet()) {
            Path path = study.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                study,
                Map.of(),
                false);
        List<String> words = new ArrayList<>(example.command());
        words.addAll(1, List.of("--diagnostics", "json"));
        Catchment.run(terminal, words.toArray(String[]::new));
        return err.toString(StandardCharsets.UTF_8).lines().reduce("", (_, last) -> last);
    }

    /** The codes of every enum in the house. */
    private static List<String> codes() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("catchment").stream()
                        .filter(type -> type.isEnum() && type.isAssignableTo(DiagnosticCode.class))
                        .map(JavaClass::reflect)
                        .flatMap(type -> Arrays.stream(type.getEnumConstants()))
                        .map(constant -> ((DiagnosticCode) constant).id())
                        .sorted()
                        .toList();
    }
}
