package catchment.runtime.run;

import catchment.compiler.definition.DatasetDefinition;
import catchment.compiler.definition.MeasuresDefinition;
import catchment.compiler.definition.Spans;
import catchment.dialects.spi.Dialect;
import catchment.dialects.spi.TableMapping;
import catchment.dialects.write.Programs;
import catchment.runtime.Cancellation;
import catchment.runtime.Progress;
import catchment.runtime.RunException;
import catchment.runtime.engine.EngineSession;
import catchment.runtime.engine.ProgramRunner;
import java.util.UUID;

/**
 * A database, asked in its dialect.
 *
 * @param mapping where its tables are
 * @param run what tells the tables that this run makes from those of others
 * @param stop stops what the session runs when the run is cancelled
 */
record DatabaseEngine(EngineSession session, Dialect dialect, TableMapping mapping, String run, Cancellation.Registration stop) implements OpenEngine {
    /** A database that is stopped with the run. */
    static DatabaseEngine of(SourceTables.Filled database, Dialect dialect, Cancellation cancellation) {
        String run = UUID.randomUUID().toString().substring(0, 8);
        return new DatabaseEngine(database.session(), dialect, database.mapping(), run, cancellation.onCancel(database.session()::cancel));
    }

    @Override
    public void answer(DatasetDefinition dataset, Spans spans, SqlPlanner planner, Progress progress, TableSink sink) throws RunException {
        new ProgramRunner(session, progress).run(planner.program(dataset, spans, dialect, mapping, run), (query, rows) -> sink.rows(query.name(), rows));
    }

    @Override
    public void answer(MeasuresDefinition measures, Spans spans, Progress progress, String work, ProgramRunner.ResultReader reader) throws RunException {
        new ProgramRunner(session, progress, work).run(Programs.of(measures, spans, dialect, mapping, run), reader);
    }

    @Override
    public void close() {
        stop.close();
        session.close();
    }
}
