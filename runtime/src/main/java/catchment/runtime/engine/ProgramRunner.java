package catchment.runtime.engine;

import catchment.dialects.program.SqlProgram;
import catchment.runtime.RunException;
import catchment.runtime.Progress;
import catchment.runtime.tables.RowStream;

/** Runs a SQL program: its data, its setup, its results one after the other, and always its cleanup. */
public final class ProgramRunner {
    private final EngineSession session;
    private final Progress progress;

    /** A runner on this session. */
    public ProgramRunner(EngineSession session, Progress progress) {
        this.session = session;
        this.progress = progress;
    }

    /** Takes the rows of one result. */
    public interface ResultSink {
        /** All rows of a result; they can be read only now. */
        void rows(SqlProgram.ResultQuery query, RowStream rows) throws RunException;
    }

    /**
     * Runs a program.
     *
     * @param results takes each result in turn
     * @throws RunException if the database or the sink cannot go on; the cleanup has been run
     */
    public void run(SqlProgram program, ResultSink results) throws RunException {
        try {
            for (SqlProgram.DataTable table : program.data()) {
                session.load(table);
            }
            try (Progress.Step step = progress.step("running the query", program.setup().size())) {
                for (SqlProgram.Statement statement : program.setup()) {
                    session.execute(statement);
                    step.advance(1);
                }
            }
            for (SqlProgram.ResultQuery query : program.results()) {
                try (RowStream rows = session.query(query)) {
                    results.rows(query, rows);
                }
            }
        } finally {
            cleanUp(program);
        }
    }

    /** What can be taken away is taken away, even if something else cannot. */
    private void cleanUp(SqlProgram program) {
        for (SqlProgram.Statement statement : program.cleanup()) {
            try {
                session.execute(statement);
            } catch (RunException gone) {
                // The session may have been lost; what it made goes with it.
            }
        }
    }
}
