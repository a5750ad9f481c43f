package catchment.spec.generate;

import org.junit.jupiter.api.Test;

/** The measures of a seed, also against one query for each interval. For more, or others, see {@link SeedRange}. */
final class GeneratedMeasuresTest {
    static final long FROM = 20_000;
    static final int COUNT = 100;

    @Test
    void theEnginesAgreeWithTheReferenceAndWithOneQueryForEachInterval() throws Exception {
        SeedRange.of(getClass(), "measures", FROM, COUNT).workers(2).check(
                1, Agreement::inProcess, (seeds, agreement) -> agreement.difference(RandomMeasures.ofSeed(seeds.getFirst())));
    }
}
