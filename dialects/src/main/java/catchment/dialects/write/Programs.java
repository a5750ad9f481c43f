package catchment.dialects.write;

import catchment.compiler.definition.DatasetDefinition;
import catchment.compiler.definition.Spans;
import catchment.compiler.plan.Planner;
import catchment.dialects.program.SqlProgram;
import catchment.dialects.spi.Dialect;

/** The door of this module: from a definition to its SQL. */
public final class Programs {
    private Programs() {}

    /**
     * The program that answers a definition. The rows of its inline tables must be known.
     *
     * @param spans where its nodes come from; the SQL's comments say so
     */
    public static SqlProgram of(DatasetDefinition dataset, Spans spans, Dialect dialect) {
        return ProgramWriter.write(Planner.plan(dataset, spans, dialect.capabilities()), dialect);
    }
}
