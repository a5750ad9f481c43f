package catchment.runtime.engine;

import catchment.compiler.backend.BackendDefinition;
import catchment.dialects.program.SqlProgram;
import catchment.dialects.spi.Dialect;
import catchment.dialects.spi.JdbcAccess;
import catchment.dialects.spi.TableMapping;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.runtime.RunException;
import catchment.runtime.data.FileTable;
import catchment.runtime.tables.RowStream;
import catchment.runtime.tables.Tables;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A session with a database over JDBC: one connection, kept from the first statement to the last. */
public final class JdbcSession implements EngineSession {
    private final Dialect dialect;
    private final JdbcAccess access;
    private final Connection connection;
    private final UnaryOperator<String> masked;
    private final Runnable afterwards;
    private Optional<Statement> running = Optional.empty();
    private boolean cancelled;

    private JdbcSession(Dialect dialect, JdbcAccess access, Connection connection, UnaryOperator<String> masked, Runnable afterwards) {
        this.dialect = dialect;
        this.access = access;
        this.connection = connection;
        this.masked = masked;
        this.afterwards = afterwards;
    }

    /**
     * Begins a session with the statements that the dialect wants first.
     *
     * @param connection is closed when the session ends
     * @param masked takes secrets out of what the database says
     * @param afterwards what to do then
     * @throws RunException if one of the statements is refused; the connection is closed
     */
    public static JdbcSession begin(Dialect dialect, Connection connection, UnaryOperator<String> masked, Runnable afterwards) throws RunException {
        JdbcAccess access = dialect.jdbc().orElseThrow(() -> new IllegalArgumentException(dialect.name() + " is not reached over JDBC"));
        JdbcSession session = new JdbcSession(dialect, access, connection, masked, afterwards);
        try (Statement statement = connection.createStatement()) {
            for (String text : dialect.session()) {
                statement.execute(text);
            }
            return session;
        } catch (SQLException fault) {
            session.close();
            throw session.fault(fault, "its settings");
        }
    }

    /** What the database calls itself. */
    String version() throws RunException {
        try {
            DatabaseMetaData description = connection.getMetaData();
            return "a database that calls itself " + description.getDatabaseProductName() + " " + description.getDatabaseProductVersion();
        } catch (SQLException fault) {
            throw fault(fault, "the connection");
        }
    }

    /**
     * Where the tables of a definition are in the database.
     *
     * @param told takes each table and column that is not there
     */
    public TableMapping mapping(List<FileTable> wanted, Consumer<Diagnostic> told) throws RunException {
        try {
            return new DatabaseTables(connection, access).mapping(wanted, told);
        } catch (SQLException fault) {
            throw fault(fault, "its tables");
        }
    }

    /**
     * Whether the database holds what a backend says of it, and where its tables are.
     *
     * @param names the tables that are looked at
     */
    public MappingCheck.Checked mapping(BackendDefinition backend, Collection<String> names, MappingCheck.Depth depth) {
        return new MappingCheck(connection, dialect, depth).of(backend, names);
    }

    /**
     * Fills tables, which this session alone sees, from memory.
     *
     * @param wanted the tables, with the columns that are read; a column that is not in memory reads as null
     */
    public void load(List<FileTable> wanted, Tables tables) throws RunException {
        for (FileTable table : wanted) {
            load(LoadedTable.of(table, tables.table(table.name()), dialect));
        }
    }

    /** Makes a table and fills it. */
    @Override
    public void load(SqlProgram.DataTable table) throws RunException {
        try (Statement statement = begin()) {
            statement.execute(dialect.createData(table));
            access.fill(connection, table);
        } catch (SQLException fault) {
            throw fault(fault, "the data of the definition");
        } finally {
            end();
        }
    }

    @Override
    public void execute(SqlProgram.Statement statement) throws RunException {
        try (Statement jdbc = begin()) {
            jdbc.execute(statement.sql());
        } catch (SQLException fault) {
            throw fault(fault, statement);
        } finally {
            end();
        }
    }

    @Override
    public RowStream query(SqlProgram.ResultQuery query) throws RunException {
        Optional<Statement> jdbc = Optional.empty();
        try {
            if (access.streamsInTransaction()) {
                connection.setAutoCommit(false);
            }
            jdbc = Optional.of(begin());
            jdbc.get().setFetchSize(access.fetchSize());
            return new JdbcRows(query, jdbc.get(), jdbc.get().executeQuery(query.query().sql()), access::date, fault -> fault(fault, query.query()), this::queried);
        } catch (SQLException fault) {
            jdbc.ifPresent(JdbcSession::close);
            queried();
            throw fault(fault, query.query());
        }
    }

    /** After the last row: the transaction, which held nothing but the query, ends. */
    private void queried() {
        end();
        if (access.streamsInTransaction()) {
            try {
                connection.rollback();
                connection.setAutoCommit(true);
            } catch (SQLException lost) {
                // The next statement will say so.
            }
        }
    }

    private RunException fault(SQLException fault, SqlProgram.Statement statement) {
        return DatabaseFault.of(access.fault(fault), masked.apply(DatabaseFault.said(fault)), statement);
    }

    private RunException fault(SQLException fault, String purpose) {
        return DatabaseFault.of(access.fault(fault), masked.apply(DatabaseFault.said(fault)), purpose);
    }

    private synchronized Statement begin() throws SQLException {
        if (cancelled) {
            throw new SQLException("the run was stopped", "57014");
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
