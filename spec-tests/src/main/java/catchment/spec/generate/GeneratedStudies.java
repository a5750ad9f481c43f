package catchment.spec.generate;

import catchment.compiler.definition.DatasetDefinition;
import catchment.runtime.RunException;
import catchment.runtime.tables.Tables;
import catchment.spec.kit.SessionSpecEngine;
import java.time.Duration;
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
    private static final Duration LONGEST = Duration.ofSeconds(90);

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
                comparing(this::holding));
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

    /**
     * Compares the studies of some seeds, run as one. Of a study that differs by itself a smaller one is shown too, as a case of the specification.
     *
     * @param opening makes engines that hold the records of the smaller ones
     */
    static SeedRange.Check comparing(SeedRange.Opening opening) {
        return (seeds, agreement) -> {
            List<DatasetDefinition> studies = new ArrayList<>();
            seeds.forEach(seed -> studies.add(RandomStudy.ofSeed(seed)));
            Optional<String> together = agreement.difference(RandomStudy.together(studies));
            for (int i = 0; together.isPresent() && i < studies.size(); i++) {
                Optional<String> alone = agreement.difference(studies.get(i));
                if (alone.isPresent()) {
                    GeneratedStudy study = new GeneratedStudy(studies.get(i), agreement.tables());
                    return Optional.of("seed " + seeds.get(i) + ": " + alone.get() + "\n" + smaller(study, "seed " + seeds.get(i), alone.get(), opening));
                }
            }
            return together;
        };
    }

    private static String smaller(GeneratedStudy study, String title, String difference, SeedRange.Opening opening) {
        boolean refused = Agreement.isRefusal(difference);
        GeneratedStudy smallest = Shrinking.of(study, one -> {
            try (Agreement agreement = opening.with(one.tables())) {
                return agreement.difference(one.dataset()).filter(found -> Agreement.isRefusal(found) == refused).isPresent();
            }
        }, LONGEST);
        return StudyAsCase.text(smallest, title);
    }
}
