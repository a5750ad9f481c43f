package catchment.runtime.engine;

import catchment.dialects.program.SqlProgram;
import catchment.dialects.spi.JdbcAccess;
import catchment.runtime.RunException;
import catchment.runtime.tables.RowStream;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A session with DuckDB, over JDBC: the one connection of a pool, kept from the first statement to the last. */
final class DuckDbSession implements EngineSession {
    private final HikariDataSource pool;
    private final Connection connection;
    private final Runnable afterwards;
    private Optional<Duration> timeLimit = Optional.empty();
    private Optional<Statement> running = Optional.empty();
    private boolean cancelled;

    /**
     * @param afterwards what to do when the session has ended
     */
    DuckDbSession(HikariDataSource pool, Connection connection, Runnable afterwards) {
        this.pool = pool;
        this.connection = connection;
        this.afterwards = afterwards;
    }

    Connection connection() {
        return connection;
    }

    @Override
    public void load(SqlProgram.DataTable table) throws RunException {
        try (DuckDbLoader loader = new DuckDbLoader(connection, true, DuckDbNames.bare(table.place()), table.columns())) {
            for (List<Object> row : table.rows()) {
                loader.beginRow();
                for (Object value : row) {
                    loader.value(value);
                }
                loader.endRow();
            }
        } catch (SQLException fault) {
            throw DatabaseFault.of(fault, "the codelists");
        }
    }

    @Override
    public void begin(String run, Optional<Duration> limit) {
        timeLimit = limit;
    }

    @Override
    public void execute(SqlProgram.Statement statement) throws RunException {
        Optional<TimeLimit> limit = Optional.empty();
        try (Statement jdbc = begin()) {
            limit = Optional.of(new TimeLimit(jdbc, timeLimit));
            jdbc.execute(statement.sql());
        } catch (SQLException fault) {
            throw fault(fault, statement, limit);
        } finally {
            limit.ifPresent(TimeLimit::close);
            end();
        }
    }

    private static RunException fault(SQLException fault, SqlProgram.Statement statement, Optional<TimeLimit> limit) {
        boolean over = limit.map(TimeLimit::isOver).orElse(false);
        return over ? DatabaseFault.of(JdbcAccess.Fault.TIMEOUT, DatabaseFault.said(fault), statement) : DatabaseFault.of(fault, statement);
    }

    @Override
    public RowStream query(SqlProgram.ResultQuery query) throws RunException {
        Optional<Statement> jdbc = Optional.empty();
        Optional<TimeLimit> limit = Optional.empty();
        try {
            jdbc = Optional.of(begin());
            limit = Optional.of(new TimeLimit(jdbc.get(), timeLimit));
            return new JdbcRows(query, jdbc.get(), jdbc.get().executeQuery(query.query().sql()), (rows, column) -> (LocalDate) rows.getObject(column),
                    fault -> DatabaseFault.of(fault, query.query()), () -> {});
        } catch (SQLException fault) {
            if (jdbc.isPresent()) {
                close(jdbc.get());
            }
            if (limit.map(TimeLimit::isOver).orElse(false)) {
                throw fault(fault, query.query(), limit);
            }
            throw DatabaseFault.of(reason(fault, query), query.query());
        } finally {
            limit.ifPresent(TimeLimit::close);
        }
    }

    /** A query whose rows stream does not say why it fails: it is run once more, into a table, which does. */
    private SQLException reason(SQLException fault, SqlProgram.ResultQuery query) {
        if (!String.valueOf(fault.getMessage()).contains("Invalid result set")) {
            return fault;
        }
        try (Statement statement = begin()) {
            statement.execute("CREATE OR REPLACE TEMP TABLE reason_of_fault AS " + query.query().sql());
            return fault;
        } catch (SQLException told) {
            return told;
        }
    }

    private synchronized Statement begin() throws SQLException {
        if (cancelled) {
            throw new SQLException("INTERRUPT Error");
        }
        Statement statement = connection.createStatement();
        running = Optional.of(statement);
        return statement;
    }

    private synchronized void end() {
        running = Optional.empty();
    }

    @Override
    public synchronized void cancel() {
        cancelled = true;
        if (running.isPresent()) {
            try {
                running.get().cancel();
            } catch (SQLException overAlready) {
                // Nothing is left to be stopped.
            }
        }
    }

    @Override
    public void close() {
        end();
        close(connection);
        pool.close();
        afterwards.run();
    }

    private static void close(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception overAlready) {
            // The database is being left anyway.
        }
    }
}
