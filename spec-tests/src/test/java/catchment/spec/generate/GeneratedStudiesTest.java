package catchment.spec.generate;

import org.junit.jupiter.api.Test;

/** For more, or others, see {@link SeedRange}: {@code -Dgenerated.from=7 -Dgenerated.count=50000}. */
final class GeneratedStudiesTest {
    @Test
    void theEnginesInProcessAgreeWithTheReference() throws Exception {
        SeedRange.of(getClass(), "studies", 20_000, 2_000).workers(2).check(1, Agreement::inProcess, GeneratedStudies::difference);
    }
}
