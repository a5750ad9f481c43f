package catchment.spec.kit;

import static org.assertj.core.api.Assertions.assertThat;

import catchment.spec.cases.SpecCase;
import catchment.spec.cases.SpecPage;
import catchment.spec.cases.SpecPages;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole specification as tests of one engine.
 *
 * <pre>
 * final class MyDialectTest extends ConformanceKit {
 *     {@literal @}Override
 *     protected SpecEngine engine() {
 *         return new MyEngine();
 *     }
 * }
 * </pre>
 */
public abstract class ConformanceKit {
    private final AtomicInteger folders = new AtomicInteger();

    /** For the compiler's extension alone. */
    protected ConformanceKit() {}

    /** The engine that is tested; asked once. */
    protected abstract SpecEngine engine() throws Exception;

    /** A container for each page, a test for each case that runs. */
    @TestFactory
    Stream<DynamicNode> specification(@TempDir Path folder) throws Exception {
        SpecEngine engine = engine();
        return SpecPages.bundled().stream().map(page -> page(page, engine, folder));
    }

    private DynamicNode page(SpecPage page, SpecEngine engine, Path folder) {
        return DynamicContainer.dynamicContainer(
                page.id(),
                page.cases().stream()
                        .filter(one -> one.refused().isEmpty())
                        .map(one -> DynamicTest.dynamicTest(one.title(), () -> check(one, engine, folder))));
    }

    private void check(SpecCase one, SpecEngine engine, Path folder) {
        CaseRun run = new CaseRun(one, folder.resolve(Integer.toString(folders.incrementAndGet())));
        assertThat(run.differencesOn(engine)).describedAs("%s on %s:%n%s", one.id(), engine.name(), run.source()).isEmpty();
    }
}
