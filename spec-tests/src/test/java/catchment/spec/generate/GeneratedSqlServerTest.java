package catchment.spec.generate;

import static org.assertj.core.api.Assertions.assertThat;

import catchment.spec.mssql.TSqlOnDuckDb;
import catchment.spec.mssql.TSqlSession;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * What is written for SQL Server, executed by DuckDB, on generated studies and measures; each query is checked too. {@code -Dgenerated.mssql=2000
 * -Dgenerated.seed=7} makes more, or others.
 */
final class GeneratedSqlServerTest {
    private static final int STUDIES_FOR_TABLES = 25;

    private final int count = Integer.getInteger("generated.mssql", 50);
    private final long first = Long.getLong("generated.seed", 40_000L);

    @Test
    void studiesAgreeWithTheReference() throws Exception {
        try (TSqlSession session = new TSqlSession()) {
            for (long seed = first; seed < first + count; ) {
                try (Agreement agreement = agreement(seed / STUDIES_FOR_TABLES, session)) {
                    do {
                        Random random = new Random(seed * 31);
                        var dataset = RandomStudy.make(random, 1 + random.nextInt(8), 1 + random.nextInt(4));
                        assertThat(agreement.difference(dataset)).as("study of seed " + seed).isEmpty();
                        seed++;
                    } while (seed % STUDIES_FOR_TABLES != 0 && seed < first + count);
                }
            }
        }
    }

    @Test
    void measuresAgreeWithTheReference() throws Exception {
        int some = Math.max(1, count / 5);
        try (TSqlSession session = new TSqlSession()) {
            for (long seed = first; seed < first + some; ) {
                try (Agreement agreement = agreement(seed / STUDIES_FOR_TABLES, session)) {
                    do {
                        Random random = new Random(seed * 37);
                        var measures = RandomMeasures.make(random, 1 + random.nextInt(4), 1 + random.nextInt(3));
                        assertThat(agreement.difference(measures)).as("measures of seed " + seed).isEmpty();
                        seed++;
                    } while (seed % STUDIES_FOR_TABLES != 0 && seed < first + some);
                }
            }
        }
    }

    private static Agreement agreement(long tables, TSqlSession session) throws Exception {
        var made = RandomTables.make(new Random(tables));
        return new Agreement(made, List.of(LoadedEngine.in(new TSqlOnDuckDb(), session, made)));
    }
}
