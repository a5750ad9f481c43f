package catchment.runtime.engine;

import catchment.dialects.program.SqlProgram;
import catchment.runtime.RunException;
import catchment.runtime.tables.RowStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** One conversation with a database: what it makes is seen by it alone and gone when it ends. Used by one thread, but for {@link #cancel}. */
public interface EngineSession extends AutoCloseable {
    /**
     * Makes and fills a table that comes with a program.
     *
     * @throws RunException if the database refuses
     */
    void load(SqlProgram.DataTable table) throws RunException;

    /**
     * Runs a statement that gives no rows.
     *
     * @throws RunException if the database refuses
     */
    void execute(SqlProgram.Statement statement) throws RunException;

    /**
     * Runs a query. Its rows stream; nothing else can be run before they are closed.
     *
     * @return rows of the query's columns, each of the Java class that its type says; what is not finite, or outside the years 1 to 9999, is null
     * @throws RunException if the database refuses
     */
    RowStream query(SqlProgram.ResultQuery query) throws RunException;

    /**
     * A run begins.
     *
     * @param run what tells it from all others
     * @param timeLimit how long each of its statements may take
     * @throws RunException if the database refuses
     */
    default void begin(String run, Optional<Duration> timeLimit) throws RunException {}

    /**
     * Runs a statement that makes a table.
     *
     * @return how many rows the table has, if the engine says so
     * @throws RunException if the database refuses
     */
    default OptionalLong make(SqlProgram.Statement statement) throws RunException {
        execute(statement);
        return OptionalLong.empty();
    }

    /**
     * Runs a statement that takes away what a run has made, also after the run has been stopped.
     *
     * @throws RunException if the database refuses
     */
    default void discard(SqlProgram.Statement statement) throws RunException {
        execute(statement);
    }

    /**
     * The rows of some patients of a result that is read bit by bit.
     *
     * @param from the first of the patients
     * @param to the last of them
     * @throws RunException if the database refuses
     */
    default RowStream batch(SqlProgram.ResultQuery query, long from, long to) throws RunException {
        throw new UnsupportedOperationException("results are read as a whole here");
    }

    /**
     * Is ready again after a fault that may pass, on another connection if the first was lost.
     *
     * @param made the places of all tables that were made, quoted
     * @return whether all of them are still there
     * @throws RunException if the database cannot be reached
     */
    default boolean restart(List<String> made) throws RunException {
        return true;
    }

    /** Stops what is being run, from any thread. */
    void cancel();

    /** Ends the session and takes away what it made. */
    @Override
    void close();
}
