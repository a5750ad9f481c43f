package catchment.runtime.run;

import catchment.compiler.definition.DatasetDefinition;
import catchment.compiler.definition.MeasuresDefinition;
import catchment.compiler.definition.Spans;
import catchment.dialects.spi.Dialect;
import catchment.runtime.Cancellation;
import catchment.runtime.Progress;
import catchment.runtime.RunException;
import catchment.runtime.engine.Engine;
import catchment.runtime.engine.ProgramRunner;
import catchment.runtime.tables.RowStream;
import java.util.Optional;

/** An engine that has the tables of a run and answers definitions over them; to be closed. This is the one place where an engine is opened. */
sealed interface OpenEngine extends AutoCloseable permits DatabaseEngine, ReferenceEngine {
    /** Takes the rows of one output table. */
    interface TableSink {
        /** All rows of a table; they can be read only now. */
        void rows(String table, RowStream rows) throws RunException;

        /** All tables come once more, from the first one on: what came of them so far does not count. */
        void again();
    }

    /**
     * Opens an engine over the tables of a source. What is wrong with the tables is told by them; then there is nothing to be asked.
     *
     * @param cancellation stops what is asked
     * @throws RunException if the engine cannot be had, or cannot read such a source
     */
    static OpenEngine open(Engine engine, SourceTables tables, Cancellation cancellation) throws RunException {
        Optional<Dialect> dialect = engine.dialect();
        if (dialect.isEmpty()) {
            return new ReferenceEngine(tables.inMemory());
        }
        return DatabaseEngine.open(engine, tables.spoken(dialect.get()), tables, cancellation);
    }

    /**
     * Answers a dataset definition, whose inline tables have their rows.
     *
     * @param spans where its nodes come from
     * @param planner makes the SQL, where it takes SQL
     * @param sink takes the output tables, the dataset's first, then the event tables in order of definition
     */
    void answer(DatasetDefinition dataset, Spans spans, SqlPlanner planner, Progress progress, TableSink sink) throws RunException;

    /**
     * Answers measures, whose inline tables have their rows.
     *
     * @param spans where their nodes come from
     * @param work what is being computed, in a few words
     * @param reader takes interval, numerator, denominator and groups of each measure, by its name
     */
    void answer(MeasuresDefinition measures, Spans spans, Progress progress, String work, ProgramRunner.ResultReader reader) throws RunException;

    @Override
    void close();
}
