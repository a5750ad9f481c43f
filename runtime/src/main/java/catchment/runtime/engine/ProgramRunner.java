package catchment.runtime.engine;

import catchment.dialects.program.SqlProgram;
import catchment.runtime.RunException;
import catchment.runtime.Progress;
import catchment.runtime.tables.RowStream;
import java.util.Map;
import java.util.stream.Collectors;

/** Runs a SQL program: its data, its setup, its results one after the other, and always its cleanup. */
public final class ProgramRunner {
    private final EngineSession session;
    private final Progress progress;
    private final String work;

    /** A runner on this session. */
    public ProgramRunner(EngineSession session, Progress progress) {
        this(session, progress, "running the query");
    }

    /**
     * A runner on this session.
     *
     * @param work what progress is called, in a few words
     */
    public ProgramRunner(EngineSession session, Progress progress, String work) {
        this.session = session;
        this.progress = progress;
        this.work = work;
    }

    /** Takes the rows of one result. */
    public interface ResultSink {
        /** All rows of a result; they can be read only now. */
        void rows(SqlProgram.ResultQuery query, RowStream rows) throws RunException;
    }

    /** Reads the results of a program that has been run, each as often as it likes. */
    public interface ResultReader {
        /** Reads what it wants; it can be read only now. */
        void read(Results results) throws RunException;
    }

    /** The results of a program. */
    public interface Results {
        /** The rows of the result of that name; to be closed. */
        RowStream rows(String name) throws RunException;
    }

    /**
     * Runs a program, and hands over one result after the other.
     *
     * @param results takes each result in turn
     * @throws RunException if the database or the sink cannot go on; the cleanup has been run
     */
    public void run(SqlProgram program, ResultSink results) throws RunException {
        prepared(program, () -> {
            for (SqlProgram.ResultQuery query : program.results()) {
                try (RowStream rows = session.query(query)) {
                    results.rows(query, rows);
                }
            }
        });
    }

    /**
     * Runs a program, and hands over all results at once.
     *
     * @throws RunException if the database or the reader cannot go on; the cleanup has been run
     */
    public void run(SqlProgram program, ResultReader reader) throws RunException {
        Map<String, SqlProgram.ResultQuery> queries =
                program.results().stream().collect(Collectors.toMap(SqlProgram.ResultQuery::name, query -> query));
        prepared(program, () -> reader.read(name -> session.query(queries.get(name))));
    }

    private interface Reading {
        void read() throws RunException;
    }

    private void prepared(SqlProgram program, Reading reading) throws RunException {
        try {
            for (SqlProgram.DataTable table : program.data()) {
                session.load(table);
            }
            try (Progress.Step step = progress.step(work, program.setup().size())) {
                for (SqlProgram.Statement statement : program.setup()) {
                    step.at(statement.purpose());
                    session.execute(statement);
                    step.advance(1);
                }
            }
            reading.read();
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
