package catchment.dialects.write;

import catchment.compiler.definition.DatasetDefinition;
import catchment.compiler.definition.MeasuresDefinition;
import catchment.compiler.definition.Spans;
import catchment.compiler.plan.Capabilities;
import catchment.compiler.plan.MeasuresPlanner;
import catchment.compiler.plan.Planner;
import catchment.dialects.program.SqlProgram;
import catchment.dialects.spi.Dialect;
import catchment.dialects.spi.TableMapping;

/** The door of this module: from a definition to its SQL. */
public final class Programs {
    private static final String ONLY = "1";

    private Programs() {}

    /** The program as it is where no other is run at the same time: to be read, or where its tables are seen by its own session alone. */
    public static SqlProgram of(DatasetDefinition dataset, Spans spans, Dialect dialect) {
        return of(dataset, spans, dialect, TableMapping.NONE, ONLY);
    }

    /** The program as it is where no other is run at the same time: to be read, or where its tables are seen by its own session alone. */
    public static SqlProgram of(MeasuresDefinition measures, Spans spans, Dialect dialect) {
        return of(measures, spans, dialect, TableMapping.NONE, ONLY);
    }

    /** The program where tables are as a mapping says, to be read. */
    public static SqlProgram of(DatasetDefinition dataset, Spans spans, Dialect dialect, TableMapping mapping) {
        return of(dataset, spans, dialect, mapping, ONLY);
    }

    /** The program where tables are as a mapping says, to be read. */
    public static SqlProgram of(MeasuresDefinition measures, Spans spans, Dialect dialect, TableMapping mapping) {
        return of(measures, spans, dialect, mapping, ONLY);
    }

    /**
     * The program that answers a definition. The rows of its inline tables must be known.
     *
     * @param spans where its nodes come from; the SQL's comments say so
     * @param mapping where the tables are
     * @param run what tells tables that are made for this run from those of others: letters and digits
     */
    public static SqlProgram of(DatasetDefinition dataset, Spans spans, Dialect dialect, TableMapping mapping, String run) {
        return ProgramWriter.write(Planner.plan(dataset, spans, capabilities(dialect, mapping)), dialect, mapping, run);
    }

    /**
     * The program that answers measures: a result for each, in order of definition, named after it. Its columns are {@code interval} (the place in the measure's
     * list of intervals, from 0 on), {@code numerator} and {@code denominator} (sums over the patients in the denominator; null if one does not fit into 64
     * bits), and the groups in their order. Rows are sorted by interval and groups, nulls first; an interval or a group without a patient in the denominator
     * has none. The rows of inline tables must be known.
     *
     * @param spans where its nodes come from; the SQL's comments say so
     * @param mapping where the tables are
     * @param run what tells tables that are made for this run from those of others: letters and digits
     */
    public static SqlProgram of(MeasuresDefinition measures, Spans spans, Dialect dialect, TableMapping mapping, String run) {
        return ProgramWriter.write(MeasuresPlanner.plan(measures, spans, capabilities(dialect, mapping)), dialect, mapping, run);
    }

    /** What a backend's tables hold nobody has looked at. */
    private static Capabilities capabilities(Dialect dialect, TableMapping mapping) {
        return mapping.ofBackend() ? dialect.capabilities().withForeignValues() : dialect.capabilities();
    }
}
