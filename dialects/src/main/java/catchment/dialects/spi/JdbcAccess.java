package catchment.dialects.spi;

import catchment.compiler.model.Type;
import catchment.dialects.program.SqlProgram;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/** How an engine is reached over JDBC. Stateless. */
public interface JdbcAccess {
    /**
     * What a driver is given.
     *
     * @param url of JDBC, without a user or a password
     * @param properties of the driver, user and password among them
     */
    record Settings(String url, Properties properties) {}

    /** What a fault means for whoever runs a definition. */
    enum Fault {
        /** The connection was lost, or the database is busy: it may work again at once. */
        TRANSIENT,
        /** The database is being maintained: it will work again later. */
        MAINTENANCE,
        /** The statement needs more than the database has: memory, depth, columns. */
        TOO_COMPLEX,
        /** The statement ran longer than it may. */
        TIMEOUT,
        /** The statement was stopped, because that was asked for. */
        CANCELLED,
        /** Anything else. */
        OTHER
    }

    /** What a DSN begins with, before {@code ://}: {@code postgresql}; the first is ours, the others are understood. */
    List<String> schemes();

    /**
     * The settings of a DSN.
     *
     * @throws IllegalArgumentException with a sentence that says what is wrong; it never holds a password
     */
    Settings settings(Dsn dsn);

    /** An empty database in this process; empty for an engine that has none. */
    default Optional<Settings> inProcess() {
        return Optional.empty();
    }

    /**
     * Whether a column of somebody else's table must be cast before it has the type that the dialect has for such values.
     *
     * @param jdbcType as {@link Types} numbers them
     */
    default boolean needsCast(int jdbcType, Type wanted) {
        return differs(jdbcType, wanted);
    }

    /** Whether a column of that type, as {@link Types} numbers them, has values of another Java type than ours. */
    static boolean differs(int jdbcType, Type wanted) {
        return switch (wanted) {
            case BOOL -> jdbcType != Types.BOOLEAN && jdbcType != Types.BIT;
            case INT -> jdbcType != Types.BIGINT;
            case FLOAT -> jdbcType != Types.DOUBLE && jdbcType != Types.FLOAT;
            case DATE -> jdbcType != Types.DATE;
            case STR, SNOMEDCT_CODE, DMD_CODE, CTV3_CODE, ICD10_CODE, OPCS4_CODE, BNF_CODE, ICD10_MULTI_CODE_STRING, OPCS4_MULTI_CODE_STRING ->
                    jdbcType != Types.VARCHAR && jdbcType != Types.LONGVARCHAR && jdbcType != Types.NVARCHAR && jdbcType != Types.LONGNVARCHAR;
        };
    }

    /** What a fault means. */
    Fault fault(SQLException fault);

    /** True if the engine says how many rows a statement has made that makes a table of a query. */
    default boolean countsRows() {
        return false;
    }

    /** How many rows are fetched at once, so that a result streams; zero for what the driver does by itself. */
    default int fetchSize() {
        return 0;
    }

    /** True if a result streams only within a transaction. */
    default boolean streamsInTransaction() {
        return false;
    }

    /** A date of the current row; null if it is missing. */
    default LocalDate date(ResultSet rows, int column) throws SQLException {
        return rows.getObject(column, LocalDate.class);
    }

    /** A value as a parameter. */
    default void bind(PreparedStatement statement, int parameter, Object value) throws SQLException {
        if (value == null) {
            statement.setNull(parameter, Types.NULL);
        } else {
            statement.setObject(parameter, value);
        }
    }

    /** Fills a table, which is there and empty, by the fastest means that the engine has. */
    default void fill(Connection connection, SqlProgram.DataTable data) throws SQLException {
        insertInBatches(connection, data, 5_000);
    }

    /** Fills a table with inserts of one row each, sent so many at once. */
    default void insertInBatches(Connection connection, SqlProgram.DataTable data, int rowsAtOnce) throws SQLException {
        if (data.rows().isEmpty()) {
            return;
        }
        String parameters = data.columns().stream().map(_ -> "?").collect(Collectors.joining(", ", "(", ")"));
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO " + data.place() + " VALUES " + parameters)) {
            int waiting = 0;
            for (List<Object> row : data.rows()) {
                for (int i = 0; i < row.size(); i++) {
                    bind(insert, i + 1, row.get(i));
                }
                insert.addBatch();
                if (++waiting == rowsAtOnce) {
                    insert.executeBatch();
                    waiting = 0;
                }
            }
            if (waiting > 0) {
                insert.executeBatch();
            }
        }
    }
}
