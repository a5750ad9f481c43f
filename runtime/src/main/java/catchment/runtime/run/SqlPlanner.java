package catchment.runtime.run;

import catchment.compiler.definition.DatasetDefinition;
import catchment.compiler.definition.Spans;
import catchment.dialects.program.SqlProgram;
import catchment.dialects.spi.Dialect;
import catchment.dialects.spi.TableMapping;

/** Makes the SQL of a definition. */
interface SqlPlanner {
    SqlProgram program(DatasetDefinition dataset, Spans spans, Dialect dialect, TableMapping mapping, String run);
}
