package catchment.runtime.run;

import catchment.compiler.definition.DatasetDefinition;
import catchment.compiler.definition.Spans;
import catchment.dialects.program.SqlProgram;

/** Makes the SQL of a definition for DuckDB. */
final class DuckDbPlanner implements SqlPlanner {
    @Override
    public SqlProgram program(DatasetDefinition dataset, Spans spans) {
        throw new IllegalStateException("the dialect has not come yet");
    }
}
