package catchment.dialects.emis;

import catchment.dialects.spi.Backend;
import catchment.dialects.spi.Backends;
import catchment.grammar.source.SourceText;

/** EMIS's database: EMIS Web practices and what is linked to them, on Trino. */
public final class Emis implements Backend {
    @Override
    public String name() {
        return "emis";
    }

    @Override
    public SourceText text() {
        return Backends.resource(Emis.class, "emis.ehrql");
    }
}
