package catchment.runtime.run;

import catchment.compiler.definition.DatasetDefinition;
import catchment.compiler.definition.MeasuresDefinition;
import catchment.compiler.definition.Spans;
import catchment.dialects.program.SqlProgram;
import catchment.dialects.spi.Dialect;
import catchment.dialects.spi.StagedTable;
import catchment.dialects.spi.TableMapping;
import catchment.dialects.write.Programs;
import catchment.runtime.Cancellation;
import catchment.runtime.Progress;
import catchment.runtime.RunException;
import catchment.runtime.engine.Computable;
import catchment.runtime.engine.Engine;
import catchment.runtime.engine.EngineSession;
import catchment.runtime.engine.ProgramRunner;
import catchment.runtime.engine.Retries;
import catchment.runtime.tables.RowStream;
import java.time.Instant;
import java.util.UUID;

/** A database, asked in its dialect. */
final class DatabaseEngine implements OpenEngine {
    private final EngineSession session;
    private final Dialect dialect;
    private final TableMapping mapping;
    private final Retries retries;
    private final Cancellation cancellation;
    private final String run;
    private final Cancellation.Registration stop;

    private DatabaseEngine(SourceTables.Filled database, Dialect dialect, Retries retries, Cancellation cancellation, String run) {
        this.session = database.session();
        this.dialect = dialect;
        this.mapping = database.mapping();
        this.retries = retries;
        this.cancellation = cancellation;
        this.run = run;
        this.stop = cancellation.onCancel(session::cancel);
    }

    /**
     * A database that is stopped with the run.
     *
     * @throws RunException if it cannot be had, or cannot read such tables
     */
    static DatabaseEngine open(Engine engine, Dialect dialect, SourceTables tables, Cancellation cancellation) throws RunException {
        String run = StagedTable.run(Instant.now(), UUID.randomUUID().getLeastSignificantBits());
        SourceTables.Filled database = tables.in(dialect, engine.scratch(), session -> session.begin(run, engine.settings().timeLimit()));
        return new DatabaseEngine(database, dialect, engine.settings().retries(), cancellation, run);
    }

    @Override
    public void answer(DatasetDefinition dataset, Spans spans, SqlPlanner planner, Progress progress, TableSink sink) throws RunException {
        Computable.check(dataset.roots(), spans, dialect);
        ProgramRunner runner = new ProgramRunner(session, progress, "running the query", retries);
        try (Cancellation.Registration _ = cancellation.onCancel(runner::stop)) {
            runner.run(planner.program(dataset, spans, dialect, mapping, run), new ProgramRunner.ResultSink() {
                @Override
                public void rows(SqlProgram.ResultQuery query, RowStream rows) throws RunException {
                    sink.rows(query.name(), rows);
                }

                @Override
                public void again() {
                    sink.again();
                }
            });
        }
    }

    @Override
    public void answer(MeasuresDefinition measures, Spans spans, Progress progress, String work, ProgramRunner.ResultReader reader) throws RunException {
        Computable.check(measures.roots(), spans, dialect);
        ProgramRunner runner = new ProgramRunner(session, progress, work, retries);
        try (Cancellation.Registration _ = cancellation.onCancel(runner::stop)) {
            runner.run(Programs.of(measures, spans, dialect, mapping, run), reader);
        }
    }

    @Override
    public void close() {
        stop.close();
        session.close();
    }
}
