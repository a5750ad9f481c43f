package example.toy;

import catchment.dialects.spi.Backend;
import catchment.dialects.spi.Backends;
import catchment.grammar.source.SourceText;

/** A practice's own database, in DuckDB: people, and a diary of what they came for. What there is to say of it is in {@code toy.ehrql}. */
public final class ToyBackend implements Backend {
    @Override
    public String name() {
        return "toy";
    }

    @Override
    public SourceText text() {
        return Backends.resource(ToyBackend.class, "toy.ehrql");
    }
}
