package catchment.runtime.run;

import catchment.compiler.definition.DatasetDefinition;
import catchment.compiler.definition.Spans;
import catchment.dialects.program.SqlProgram;
import catchment.dialects.spi.Dialects;
import catchment.dialects.write.Programs;
import catchment.runtime.engine.Engines;

/** Makes the SQL of a definition in the dialect of an engine. */
final class DialectPlanner implements SqlPlanner {
    private final Engines engine;

    DialectPlanner(Engines engine) {
        this.engine = engine;
    }

    @Override
    public SqlProgram program(DatasetDefinition dataset, Spans spans) {
        return Programs.of(dataset, spans, Dialects.named(engine.engineName()).orElseThrow());
    }
}
