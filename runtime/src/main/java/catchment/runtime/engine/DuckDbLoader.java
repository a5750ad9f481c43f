package catchment.runtime.engine;

import catchment.dialects.program.SqlProgram;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** Fills a table of DuckDB row by row, past its SQL. Used by the thread that made it. */
final class DuckDbLoader implements AutoCloseable {
    private final DuckDBAppender appender;

    /** Makes the table and begins to fill it. */
    DuckDbLoader(Connection connection, boolean temporary, String name, List<SqlProgram.Column> columns) throws SQLException {
        String definitions = columns.stream()
                .map(column -> DuckDbNames.quoted(column.name()) + " " + DuckDbNames.type(column.type()))
                .collect(Collectors.joining(", "));
        try (Statement statement = connection.createStatement()) {
            statement.execute((temporary ? "CREATE TEMP TABLE " : "CREATE TABLE ") + DuckDbNames.quoted(name) + " (" + definitions + ")");
        }
        DuckDBConnection duckDb = connection.unwrap(DuckDBConnection.class);
        this.appender = temporary ? duckDb.createAppender("temp", "main", name) : duckDb.createAppender("main", name);
    }

    void beginRow() throws SQLException {
        appender.beginRow();
    }

    void endRow() throws SQLException {
        appender.endRow();
    }

    /** The next value of the row. */
    void value(Object value) throws SQLException {
        switch (value) {
            case null -> appender.appendNull();
            case Boolean truth -> appender.append(truth.booleanValue());
            case Long whole -> appender.append(whole.longValue());
            case Double decimal -> appender.append(decimal.doubleValue());
            case LocalDate date -> appender.append(date);
            case String text -> appender.append(text);
            default -> throw new IllegalArgumentException("no column holds a " + value.getClass());
        }
    }

    @Override
    public void close() throws SQLException {
        appender.close();
    }
}
