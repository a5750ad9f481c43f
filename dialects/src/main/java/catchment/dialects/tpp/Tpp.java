package catchment.dialects.tpp;

import catchment.dialects.spi.Backend;
import catchment.dialects.spi.Backends;
import catchment.grammar.source.SourceText;

/** TPP's database: SystmOne practices and what is linked to them, on SQL Server. */
public final class Tpp implements Backend {
    @Override
    public String name() {
        return "tpp";
    }

    @Override
    public SourceText text() {
        return Backends.resource(Tpp.class, "tpp.ehrql");
    }
}
