package catchment.runtime.engine;

import catchment.dialects.program.SqlProgram;
import catchment.runtime.RunException;
import catchment.runtime.tables.RowStream;

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

    /** Stops what is being run, from any thread. */
    void cancel();

    /** Ends the session and takes away what it made. */
    @Override
    void close();
}
