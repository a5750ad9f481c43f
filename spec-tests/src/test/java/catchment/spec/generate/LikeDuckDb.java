package catchment.spec.generate;

import catchment.dialects.spi.Dialect;
import catchment.dialects.spi.Dialects;
import catchment.dialects.spi.RelatedDialect;

/** DuckDB's dialect, but for what an heir says. */
public abstract class LikeDuckDb extends RelatedDialect {
    /** The dialect as it is. */
    protected static final Dialect DUCKDB = Dialects.named("duckdb").orElseThrow();

    /** For heirs. */
    protected LikeDuckDb() {
        super(DUCKDB);
    }

    @Override
    public String name() {
        return DUCKDB.name();
    }
}
