package catchment.spec.kit;

import static org.assertj.core.api.Assertions.assertThat;

import catchment.spec.cases.SpecCase;
import catchment.spec.cases.SpecPage;
import catchment.spec.cases.SpecPages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole specification as tests of one engine. What became of each case is left in {@link ConformanceReport#FOLDER}, and summed up at the end.
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
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ConformanceKit {
    private Optional<ConformanceReport> report = Optional.empty();
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
        report = Optional.of(new ConformanceReport(engine.name()));
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
        Optional<DeclaredRefusal> refusal = run.refusalBy(engine);
        check(one, engine, run, refusal, () -> refusal.isPresent() ? refusal.get().differences(run, engine) : run.differencesOn(engine));
    }

    private void check(SpecCase one, SpecEngine engine, BatchedCases batched) {
        CaseRun run = batched.run(one);
        check(one, engine, run, run.refusalBy(engine), () -> batched.differences(one));
    }

    private void check(SpecCase one, SpecEngine engine, CaseRun run, Optional<DeclaredRefusal> refusal, Supplier<List<String>> differences) {
        boolean asExpected = false;
        try {
            List<String> found = differences.get();
            asExpected = found.isEmpty();
            assertThat(found).describedAs("%s on %s:%n%s", one.id(), engine.name(), run.source()).isEmpty();
        } finally {
            report.orElseThrow().add(one, refusal, asExpected);
        }
    }

    /** Leaves the report. */
    @AfterAll
    final void report() throws IOException {
        if (report.isPresent()) {
            report.get().write();
            System.out.println(report.get().summary());
        }
    }
}
