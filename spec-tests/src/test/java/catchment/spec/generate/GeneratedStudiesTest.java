package catchment.spec.generate;

import org.junit.jupiter.api.Test;

/** For more, or others, see {@link SeedRange}: {@code -Dgenerated.from=7 -Dgenerated.count=50000}. */
final class GeneratedStudiesTest {
    static final long FROM = 20_000;
    static final int COUNT = 2_000;

    @Test
    void theEnginesInProcessAgreeWithTheReference() throws Exception {
        SeedRange.of(getClass(), "studies", FROM, COUNT).workers(2).check(1, Agreement::inProcess, GeneratedStudies.comparing(Agreement::inProcess));
    }
}
