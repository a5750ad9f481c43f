package catchment.spec.generate;

import static org.assertj.core.api.Assertions.assertThat;

import catchment.compiler.definition.DatasetDefinition;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** {@code -Dgenerated.studies=5000 -Dgenerated.seed=7} makes more, or others. */
final class GeneratedStudiesTest {
    private static final int STUDIES_FOR_TABLES = 25;

    @Test
    void theEnginesInProcessAgreeWithTheReference() throws Exception {
        int studies = Integer.getInteger("generated.studies", 100);
        long first = Long.getLong("generated.seed", 20_000L);
        for (long seed = first; seed < first + studies; ) {
            try (Agreement agreement = Agreement.inProcess(RandomTables.make(new Random(seed / STUDIES_FOR_TABLES)))) {
                do {
                    Random random = new Random(seed * 31);
                    DatasetDefinition dataset = RandomStudy.make(random, 1 + random.nextInt(8), 1 + random.nextInt(4));
                    Optional<String> difference = agreement.difference(dataset);
                    assertThat(difference).as("study of seed " + seed).isEmpty();
                    seed++;
                } while (seed % STUDIES_FOR_TABLES != 0 && seed < first + studies);
            }
        }
    }
}
