package catchment.spec.reference;

import static org.assertj.core.api.Assertions.assertThat;

import catchment.spec.cases.SpecPages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/language} is what the specification says; with {@code -Dspec.accept} it is rewritten. */
final class LanguageReferenceTest {
    private static final Path DOCS = Path.of("..", "docs", "language");

    @Test
    void isWhatTheSpecificationSays() throws IOException {
        SortedMap<String, String> wanted = LanguageReference.pages(SpecPages.bundled());
        if (System.getProperty("spec.accept") != null) {
            rewrite(wanted);
        }
        assertThat(found().keySet()).isEqualTo(wanted.keySet());
        assertThat(found()).describedAs("stale: run with -Dspec.accept").isEqualTo(wanted);
    }

    private static void rewrite(SortedMap<String, String> wanted) throws IOException {
        for (String name : found().keySet()) {
            if (!wanted.containsKey(name)) {
                Files.delete(DOCS.resolve(name));
            }
        }
        for (var page : wanted.entrySet()) {
            Path file = DOCS.resolve(page.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, page.getValue());
        }
    }

    private static SortedMap<String, String> found() throws IOException {
        SortedMap<String, String> found = new TreeMap<>();
        if (Files.exists(DOCS)) {
            try (Stream<Path> files = Files.walk(DOCS)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    found.put(DOCS.relativize(file).toString().replace('\\', '/'), Files.readString(file));
                }
            }
        }
        return found;
    }
}
