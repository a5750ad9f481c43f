package catchment.spec.generate;

import org.junit.jupiter.api.Test;

/** The measures of a seed, also against one query for each interval. For more, or others, see {@link SeedRange}. */
final class GeneratedMeasuresTest {
    @Test
    void theEnginesAgreeWithTheReferenceAndWithOneQueryForEachInterval() throws Exception {
        SeedRange.of(getClass(), "measures", 20_000, 100).workers(2).check(
                1, Agreement::inProcess, (seeds, agreement) -> agreement.difference(RandomMeasures.ofSeed(seeds.getFirst())));
    }
}
