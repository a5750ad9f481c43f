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
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A session with a database over JDBC: one connection, kept from the first statement to the last, or another in its place after it was lost. */
public final class JdbcSession implements EngineSession {
    private final Dialect dialect;
    private final JdbcAccess access;
    private final PinnedConnection pinned;
    private final UnaryOperator<String> masked;
    private final List<SqlProgram.DataTable> loaded = new ArrayList<>();
    private Optional<String> run = Optional.empty();
    private Optional<Duration> timeLimit = Optional.empty();
    private Optional<Statement> running = Optional.empty();
    private boolean cancelled;
    private boolean restarted;
    private boolean left;

    private JdbcSession(Dialect dialect, Connections connections, UnaryOperator<String> masked) throws SQLException {
        this.dialect = dialect;
        this.access = dialect.jdbc().orElseThrow(() -> new IllegalArgumentException(dialect.name() + " is not reached over JDBC"));
        this.pinned = new PinnedConnection(connections);
        this.masked = masked;
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
        try {
            return begin(dialect, Connections.only(connection, afterwards), masked);
        } catch (SQLException neverOfOneThatIsThere) {
            throw new IllegalStateException(neverOfOneThatIsThere);
        }
    }

    /**
     * Begins a session.
     *
     * @param connections is closed when the session ends
     * @throws SQLException if there is no connection
     * @throws RunException if a statement of the dialect is refused; all is closed
     */
    static JdbcSession begin(Dialect dialect, Connections connections, UnaryOperator<String> masked) throws SQLException, RunException {
        JdbcSession session = new JdbcSession(dialect, connections, masked);
        try {
            session.pinned.execute(dialect.session());
            return session;
        } catch (SQLException fault) {
            RunException told = session.fault(fault, "its settings");
            session.close();
            throw told;
        }
    }

    @Override
    public void begin(String name, Optional<Duration> limit) throws RunException {
        run = Optional.of(name);
        timeLimit = limit;
        try {
            pinned.execute(ofTheRun());
        } catch (SQLException fault) {
            throw fault(fault, "its settings");
        }
    }

    /** What each session of the run begins with. */
    private List<String> ofTheRun() {
        List<String> texts = new ArrayList<>();
        timeLimit.ifPresent(limit -> texts.addAll(dialect.timeLimit(limit)));
        if (dialect.stagesOutliveSession()) {
            run.flatMap(dialect::lock).ifPresent(lock -> texts.add(lock.hold()));
        }
        return texts;
    }

    @Override
    public boolean restart(List<String> made) throws RunException {
        restarted = true;
        try {
            if (pinned.isWhole()) {
                return true;
            }
            pinned.renew();
            pinned.execute(dialect.session());
            pinned.execute(ofTheRun());
            if (dialect.stagesOutliveSession()) {
                return pinned.areThere(Stream.concat(loaded.stream().map(SqlProgram.DataTable::place), made.stream()).toList());
            }
            for (SqlProgram.DataTable table : loaded) {
                load(table);
            }
            return false;
        } catch (SQLException fault) {
            throw fault(fault, "the connection");
        }
    }

    /** What the database calls itself. */
    String version() throws RunException {
        try {
            DatabaseMetaData description = pinned.now().getMetaData();
            return "a database that calls itself " + description.getDatabaseProductName() + " " + description.getDatabaseProductVersion();
        } catch (SQLException fault) {
            throw fault(fault, "the connection");
        } catch (UncheckedIOException unreachable) {
            // a driver that connects only when it is asked something
            throw fault(new SQLException("no answer", "08001", unreachable.getCause()), "the connection");
        }
    }

    /**
     * Where the tables of a definition are in the database.
     *
     * @param told takes each table and column that is not there
     */
    public TableMapping mapping(List<FileTable> wanted, Consumer<Diagnostic> told) throws RunException {
        try {
            return new DatabaseTables(pinned.now(), access).mapping(wanted, told);
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
        return new MappingCheck(pinned.now(), dialect, depth, masked).of(backend, names);
    }

    /**
     * Fills tables from memory, which the session removes at its end.
     *
     * @param wanted the tables, with the columns that are read; a column that is not in memory reads as null
     * @return where they are
     */
    public TableMapping load(List<FileTable> wanted, Tables tables) throws RunException {
        Map<String, TableMapping.MappedTable> places = new HashMap<>();
        for (FileTable table : wanted) {
            List<String> place = dialect.stagesOutliveSession() ? dialect.place(table.name(), run.orElseThrow()) : List.of(table.name());
            SqlProgram.DataTable data = LoadedTable.of(table, tables.table(table.name()), dialect, place);
            loaded.add(data);
            load(data);
            places.put(table.name(), LoadedTable.mapped(data, place));
        }
        return dialect.stagesOutliveSession() ? new TableMapping(places) : TableMapping.NONE;
    }

    /** Makes a table and fills it. */
    @Override
    public void load(SqlProgram.DataTable table) throws RunException {
        try (Statement statement = begin()) {
            if (restarted) {
                // it may be there from before, in part
                statement.execute(dialect.discard(table.place()));
            }
            statement.execute(dialect.createData(table));
            access.fill(pinned.now(), table);
        } catch (SQLException fault) {
            throw fault(fault, "the data of the definition");
        } finally {
            end();
        }
    }

    @Override
    public void execute(SqlProgram.Statement statement) throws RunException {
        make(statement);
    }

    @Override
    public OptionalLong make(SqlProgram.Statement statement) throws RunException {
        Optional<TimeLimit> limit = Optional.empty();
        try (Statement jdbc = begin()) {
            limit = Optional.of(new TimeLimit(jdbc, timeLimit));
            jdbc.execute(statement.sql());
            long rows = access.countsRows() ? jdbc.getLargeUpdateCount() : -1;
            return rows < 0 ? OptionalLong.empty() : OptionalLong.of(rows);
        } catch (SQLException fault) {
            throw fault(fault, statement, limit);
        } finally {
            limit.ifPresent(TimeLimit::close);
            end();
        }
    }

    @Override
    public void discard(SqlProgram.Statement statement) throws RunException {
        try {
            pinned.execute(List.of(statement.sql()));
        } catch (SQLException fault) {
            if (!dialect.stagesOutliveSession() || left || pinned.isWhole()) {
                throw fault(fault, statement, Optional.empty());
            }
            // once more, on a new connection; if there is none, not for the next statement again
            left = true;
            restart(List.of());
            left = false;
            discard(statement);
        }
    }

    /** Runs a statement that gives rows. */
    private interface Asking {
        ResultSet ask(Statement statement) throws SQLException;
    }

    /** Makes a statement on the connection. */
    private interface Making {
        Statement make(Connection connection) throws SQLException;
    }

    @Override
    public RowStream query(SqlProgram.ResultQuery query) throws RunException {
        return query(query, Connection::createStatement, statement -> statement.executeQuery(query.query().sql()));
    }

    @Override
    public RowStream batch(SqlProgram.ResultQuery query, long from, long to) throws RunException {
        String text = query.batches().orElseThrow().batch();
        return query(query, on -> {
            PreparedStatement statement = on.prepareStatement(text);
            statement.setLong(1, from);
            statement.setLong(2, to);
            return statement;
        }, statement -> ((PreparedStatement) statement).executeQuery());
    }

    private RowStream query(SqlProgram.ResultQuery query, Making making, Asking asking) throws RunException {
        Optional<Statement> jdbc = Optional.empty();
        Optional<TimeLimit> limit = Optional.empty();
        try {
            if (access.streamsInTransaction()) {
                pinned.now().setAutoCommit(false);
            }
            jdbc = Optional.of(begin(making));
            jdbc.get().setFetchSize(access.fetchSize());
            limit = Optional.of(new TimeLimit(jdbc.get(), timeLimit));
            ResultSet rows = asking.ask(jdbc.get());
            Optional<TimeLimit> none = Optional.empty();
            return new JdbcRows(query, jdbc.get(), rows, access::date, fault -> fault(fault, query.query(), none), this::queried);
        } catch (SQLException fault) {
            RunException told = fault(fault, query.query(), limit);
            jdbc.ifPresent(JdbcSession::close);
            queried();
            throw told;
        } finally {
            limit.ifPresent(TimeLimit::close);
        }
    }

    /** After the last row: the transaction, which held nothing but the query, ends. */
    private void queried() {
        end();
        if (access.streamsInTransaction()) {
            try {
                pinned.now().rollback();
                pinned.now().setAutoCommit(true);
            } catch (SQLException lost) {
                // The next statement will say so.
            }
        }
    }

    private RunException fault(SQLException fault, SqlProgram.Statement statement, Optional<TimeLimit> limit) {
        JdbcAccess.Fault kind = limit.map(TimeLimit::isOver).orElse(false) ? JdbcAccess.Fault.TIMEOUT : kind(fault);
        return DatabaseFault.of(kind, masked.apply(DatabaseFault.said(fault)), statement);
    }

    /** What a fault means of something that is done for a purpose. */
    RunException fault(SQLException fault, String purpose) {
        return DatabaseFault.of(kind(fault), masked.apply(DatabaseFault.said(fault)), purpose);
    }

    /** Whatever a database says whose connection is lost then, it is that which matters. */
    private JdbcAccess.Fault kind(SQLException fault) {
        JdbcAccess.Fault kind = access.fault(fault);
        return kind == JdbcAccess.Fault.OTHER && !pinned.isValid() ? JdbcAccess.Fault.TRANSIENT : kind;
    }

    private Statement begin() throws SQLException {
        return begin(Connection::createStatement);
    }

    private synchronized Statement begin(Making making) throws SQLException {
        if (cancelled) {
            throw new SQLException("the run was stopped", "57014");
        }
        Statement statement = making.make(pinned.now());
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

    /** For who asks the database itself. */
    PinnedConnection pinned() {
        return pinned;
    }

    /** Removes what was loaded, unless it goes with the session. */
    private void removeLoaded() {
        if (dialect.stagesOutliveSession()) {
            for (SqlProgram.DataTable table : loaded.reversed()) {
                try {
                    pinned.execute(List.of(dialect.discard(table.place())));
                } catch (SQLException stays) {
                    // It tells by its name whose it was.
                }
            }
        }
    }

    @Override
    public void close() {
        end();
        removeLoaded();
        pinned.close();
    }

    static void close(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception overAlready) {
            // The database is being left anyway.
        }
    }
}
