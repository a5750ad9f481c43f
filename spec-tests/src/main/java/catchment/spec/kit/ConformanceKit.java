package catchment.spec.kit;

import static org.assertj.core.api.Assertions.assertThat;

import catchment.spec.cases.SpecCase;
import catchment.spec.cases.SpecPage;
import catchment.spec.cases.SpecPages;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
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

    /** The most cases that are run at once; more than one for an engine on which each statement takes long. A failing case is named either way. */
    protected int casesAtOnce() {
        return 1;
    }

    /** A container for each page, a test for each case that runs. */
    @TestFactory
    Stream<DynamicNode> specification(@TempDir Path folder) throws Exception {
        SpecEngine engine = engine();
        if (casesAtOnce() > 1) {
            List<SpecCase> cases = SpecPages.bundled().stream().flatMap(page -> page.cases().stream()).filter(one -> one.refused().isEmpty()).toList();
            BatchedCases batched = new BatchedCases(cases, engine, folder, casesAtOnce());
            return SpecPages.bundled().stream().map(page -> page(page, one -> check(one, engine, batched)));
        }
        return SpecPages.bundled().stream().map(page -> page(page, one -> check(one, engine, folder)));
    }

    private static DynamicNode page(SpecPage page, Consumer<SpecCase> check) {
        return DynamicContainer.dynamicContainer(
                page.id(),
                page.cases().stream()
                        .filter(one -> one.refused().isEmpty())
                        .map(one -> DynamicTest.dynamicTest(one.title(), () -> check.accept(one))));
    }

    private void check(SpecCase one, SpecEngine engine, Path folder) {
        CaseRun run = new CaseRun(one, folder.resolve(Integer.toString(folders.incrementAndGet())));
        assertThat(run.differencesOn(engine)).describedAs("%s on %s:%n%s", one.id(), engine.name(), run.source()).isEmpty();
    }

    private static void check(SpecCase one, SpecEngine engine, BatchedCases batched) {
        assertThat(batched.differences(one)).describedAs("%s on %s", one.id(), engine.name()).isEmpty();
    }
}
