package catchment.spec.kit;

import static org.assertj.core.api.Assertions.assertThat;

import catchment.spec.cases.PageReader;
import catchment.spec.cases.PageWriter;
import catchment.spec.cases.SpecPage;
import catchment.spec.cases.SpecPages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The pages have one layout. With {@code -Dspec.accept} they are rewritten: layout, expected rows and codes. */
final class AcceptedPagesTest {
    private static final Path PAGES = Path.of("src", "main", "resources", "spec");

    @TestFactory
    Stream<DynamicTest> pages(@TempDir Path folder) {
        return SpecPages.in(PAGES).stream().map(page -> DynamicTest.dynamicTest(page.id(), () -> check(page, folder)));
    }

    private static void check(SpecPage page, Path folder) throws IOException {
        Path file = SpecPages.file(PAGES, page);
        if (System.getProperty("spec.accept") != null) {
            Files.writeString(file, PageWriter.write(Acceptance.of(page, folder)));
        }
        assertThat(Files.readString(file)).describedAs("%s is laid out; -Dspec.accept mends it", page.id()).isEqualTo(PageWriter.write(page(file, page)));
    }

    private static SpecPage page(Path file, SpecPage page) throws IOException {
        return PageReader.read(page.topic(), page.name(), Files.readString(file));
    }
}
