package catchment.spec.kit;

import static org.assertj.core.api.Assertions.assertThat;

import catchment.spec.cases.SpecCase;
import catchment.spec.cases.SpecPages;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The cases whose definition is refused: the right code at the right place, and nothing besides. */
final class RefusalsTest {
    private final AtomicInteger folders = new AtomicInteger();

    @TestFactory
    Stream<DynamicTest> refusals(@TempDir Path folder) {
        return SpecPages.bundled().stream()
                .flatMap(page -> page.cases().stream())
                .filter(one -> one.refused().isPresent())
                .map(one -> DynamicTest.dynamicTest(one.id(), () -> check(one, folder.resolve(Integer.toString(folders.incrementAndGet())))));
    }

    private static void check(SpecCase one, Path folder) {
        CaseRun run = new CaseRun(one, folder);
        assertThat(run.refusalDifferences()).describedAs("%s:%n%s", one.id(), run.source()).isEmpty();
    }
}
