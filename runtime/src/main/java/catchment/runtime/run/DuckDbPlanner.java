package catchment.runtime.run;

import catchment.compiler.definition.DatasetDefinition;
import catchment.compiler.definition.Spans;
import catchment.dialects.program.SqlProgram;
import catchment.dialects.spi.Dialects;
import catchment.dialects.write.Programs;

/** Makes the SQL of a definition for DuckDB. */
final class DuckDbPlanner implements SqlPlanner {
    @Override
    public SqlProgram program(DatasetDefinition dataset, Spans spans) {
        return Programs.of(dataset, spans, Dialects.named("duckdb").orElseThrow());
    }
}
