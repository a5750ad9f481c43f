package catchment.runtime.engine;

import catchment.dialects.program.SqlProgram;
import catchment.runtime.RunException;
import catchment.runtime.Progress;
import catchment.runtime.tables.RowStream;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * Runs a SQL program: its data, its setup, its results one after the other, and always its cleanup. After a fault that may pass it goes on where it was, as far as
 * what it had made is still there.
 */
public final class ProgramRunner {
    private final EngineSession session;
    private final Progress progress;
    private final String work;
    private final Restarts restarts;

    /** A runner on this session, which tries nothing again. */
    public ProgramRunner(EngineSession session, Progress progress) {
        this(session, progress, "running the query");
    }

    /**
     * A runner on this session, which tries nothing again.
     *
     * @param work what progress is called, in a few words
     */
    public ProgramRunner(EngineSession session, Progress progress, String work) {
        this(session, progress, work, Retries.DEFAULT.times(0));
    }

    /**
     * A runner on this session.
     *
     * @param work what progress is called, in a few words
     * @param retries what it does after a fault that may pass
     */
    public ProgramRunner(EngineSession session, Progress progress, String work, Retries retries) {
        this.session = session;
        this.progress = progress;
        this.work = work;
        this.restarts = new Restarts(session, retries);
    }

    /** Waits no longer before it tries again, and tries nothing again; from any thread. */
    public void stop() {
        restarts.stop();
    }

    /** Takes the rows of one result. */
    public interface ResultSink {
        /** All rows of a result; they can be read only now. */
        void rows(SqlProgram.ResultQuery query, RowStream rows) throws RunException;

        /** All results come once more, from the first one on: what came of them so far does not count. */
        default void again() throws RunException {}
    }

    /** Reads the results of a program that has been run, each as often as it likes. It may have to begin again from the start. */
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
        Run run = new Run(program);
        run.whole(() -> {
            if (run.beginsAgain()) {
                results.again();
                run.results = 0;
            }
            while (run.results < program.results().size()) {
                SqlProgram.ResultQuery query = program.results().get(run.results);
                try (RowStream rows = rows(query)) {
                    results.rows(query, rows);
                }
                run.results++;
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
        new Run(program).whole(() -> reader.read(name -> rows(queries.get(name))));
    }

    private RowStream rows(SqlProgram.ResultQuery query) throws RunException {
        return query.batches().isPresent() ? new BatchedRows(session, query, restarts) : session.query(query);
    }

    /** A stage that is being made. */
    private record Stage(String purpose, long begun, OptionalLong rows) {}

    private interface Reading {
        void read() throws RunException;
    }

    /** How far a program has come. */
    private final class Run {
        private final SqlProgram program;
        private int beginning = restarts.beginnings();
        private boolean readBefore;
        private int loaded;
        private int made;
        private int results;
        private Optional<Stage> stage = Optional.empty();
        private Optional<SqlProgram.Statement> tried = Optional.empty();

        Run(SqlProgram program) {
            this.program = program;
        }

        void whole(Reading reading) throws RunException {
            try {
                restarts.whole(() -> {
                    prepare();
                    reading.read();
                    return true;
                });
            } finally {
                cleanUp();
            }
        }

        /** Whether the results are read, and have been read before, at least in part, of what was lost since or was never kept. */
        boolean beginsAgain() {
            boolean again = readBefore;
            readBefore = true;
            return again;
        }

        /** Loads the data and makes the stages, from where it was. */
        private void prepare() throws RunException {
            if (beginning != restarts.beginnings()) {
                beginning = restarts.beginnings();
                loaded = 0;
                made = 0;
            }
            while (loaded < program.data().size()) {
                SqlProgram.DataTable table = program.data().get(loaded);
                session.load(table);
                restarts.made(table.place());
                loaded++;
            }
            try (Progress.Step step = progress.step(work, program.setup().size())) {
                step.advance(made);
                while (made < program.setup().size()) {
                    make(program.setup().get(made), step);
                    made++;
                }
                stageOver();
            }
        }

        private void make(SqlProgram.Statement statement, Progress.Step step) throws RunException {
            step.at(statement.purpose());
            if (statement.makes().isPresent()) {
                stageOver();
                stage = Optional.of(new Stage(statement.purpose(), System.nanoTime(), OptionalLong.empty()));
                if (beginning > 0 || tried.equals(Optional.of(statement))) {
                    // it may have been made, and only the answer been lost
                    session.discard(new SqlProgram.Statement(statement.makes().get().removal(), statement.purpose(), statement.spans()));
                }
            }
            tried = Optional.of(statement);
            OptionalLong rows = session.make(statement);
            if (statement.makes().isPresent()) {
                stage = Optional.of(new Stage(statement.purpose(), stage.orElseThrow().begun(), rows));
                restarts.made(statement.makes().get().place());
            }
            step.advance(1);
        }

        private void stageOver() {
            stage.ifPresent(one -> progress.done(one.purpose(), one.rows(), Duration.ofNanos(System.nanoTime() - one.begun())));
            stage = Optional.empty();
        }

        /** What can be taken away is taken away, even if something else cannot. */
        private void cleanUp() {
            for (SqlProgram.Statement statement : program.cleanup()) {
                try {
                    session.discard(statement);
                } catch (RunException gone) {
                    // The session may have been lost; what it made goes with it, or tells by its name whose it was.
                }
            }
        }
    }
}
