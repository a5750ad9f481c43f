package catchment.spec.generate;

import catchment.compiler.definition.DatasetDefinition;
import catchment.runtime.RunException;
import catchment.runtime.tables.Tables;
import catchment.spec.kit.SessionSpecEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Generated definitions on generated records, as tests of one engine: it must give what the reference interpreter gives, row for row.
 *
 * <pre>
 * final class GeneratedOnMyDatabaseTest extends GeneratedStudies {
 *     {@literal @}Override
 *     protected SessionSpecEngine engine() {
 *         return new SessionSpecEngine(new MyDialect(), session);
 *     }
 * }
 * </pre>
 *
 * <p>The tables are loaded once for {@link SeedRange#SHARING} definitions. Which seeds are gone through: see {@link SeedRange}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class GeneratedStudies {
    private static final long STUDIES = 60_000;
    private static final long MEASURES = 70_000;

    private SessionSpecEngine engine;

    /** For the compiler's extension alone. */
    protected GeneratedStudies() {}

    /** The engine that is tested; asked once. */
    protected abstract SessionSpecEngine engine() throws Exception;

    /** How many definitions are made where none are asked for by name. */
    protected int studies() {
        return 200;
    }

    /** How many definitions are run as one that has the variables of all; more than one for an engine on which each statement takes long. */
    protected int studiesAtOnce() {
        return 1;
    }

    @BeforeAll
    final void open() throws Exception {
        engine = engine();
    }

    @Test
    void generatedStudiesAgreeWithTheReference() throws Exception {
        SeedRange.of(getClass(), "studies", STUDIES, studies()).check(
                studiesAtOnce(),
                this::holding,
                GeneratedStudies::difference);
    }

    /** A tenth as many measures, each by itself: they are one program whatever their number of intervals. */
    @Test
    void generatedMeasuresAgreeWithTheReference() throws Exception {
        SeedRange.of(getClass(), "measures", MEASURES, Math.max(1, studies() / 10)).check(
                1,
                this::holding,
                (seeds, agreement) -> agreement.difference(RandomMeasures.ofSeed(seeds.getFirst())));
    }

    private Agreement holding(Tables tables) throws RunException {
        return new Agreement(tables, List.of(LoadedEngine.in(engine.dialect(), engine.session(), tables)));
    }

    /** What is different for the studies of these seeds, run as one; if something is, what is different for the first that is so by itself. */
    static Optional<String> difference(List<Long> seeds, Agreement agreement) {
        List<DatasetDefinition> studies = new ArrayList<>();
        seeds.forEach(seed -> studies.add(RandomStudy.ofSeed(seed)));
        Optional<String> together = agreement.difference(RandomStudy.together(studies));
        if (together.isEmpty() || studies.size() == 1) {
            return together;
        }
        for (int i = 0; i < studies.size(); i++) {
            Optional<String> alone = agreement.difference(studies.get(i));
            if (alone.isPresent()) {
                return Optional.of("seed " + seeds.get(i) + ": " + alone.get());
            }
        }
        return together;
    }
}
