package catchment.spec.generate;

import static org.assertj.core.api.Assertions.assertThat;

import catchment.compiler.definition.MeasuresDefinition;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** {@code -Dgenerated.measures=5000 -Dgenerated.seed=7} makes more, or others. */
final class GeneratedMeasuresTest {
    private static final int STUDIES_FOR_TABLES = 25;

    @Test
    void theEnginesAgreeWithTheReferenceAndWithOneQueryForEachInterval() throws Exception {
        int studies = Integer.getInteger("generated.measures", 100);
        long first = Long.getLong("generated.seed", 20_000L);
        for (long seed = first; seed < first + studies; ) {
            try (Agreement agreement = Agreement.inProcess(RandomTables.make(new Random(seed / STUDIES_FOR_TABLES)))) {
                do {
                    Random random = new Random(seed * 37);
                    MeasuresDefinition measures = RandomMeasures.make(random, 1 + random.nextInt(4), 1 + random.nextInt(3));
                    Optional<String> difference = agreement.difference(measures);
                    assertThat(difference).as("measures of seed " + seed).isEmpty();
                    seed++;
                } while (seed % STUDIES_FOR_TABLES != 0 && seed < first + studies);
            }
        }
    }
}
