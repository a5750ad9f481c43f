package catchment.spec.generate;

import java.util.List;
import org.junit.jupiter.api.Test;

/** For more, or other seeds, see {@link SeedRange}. */
final class OraclesTest {
    @Test
    void rowsChangeAsTheyMustWithTheDefinitionAndTheRecords() throws Exception {
        SeedRange.of(getClass(), "studies", 80_000, 40).workers(2).check(
                1,
                tables -> new Agreement(tables, List.of(
                        LoadedEngine.duckDb(tables), LoadedEngine.duckDb(Oracles.half(tables, 0)), LoadedEngine.duckDb(Oracles.half(tables, 1)))),
                (seeds, agreement) -> new Oracles(agreement.engines().getFirst(), agreement.engines().subList(1, 3)).fault(seeds.getFirst()));
    }
}
