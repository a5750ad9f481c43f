package catchment.dialects.sqlite;

import catchment.compiler.model.Type;
import catchment.dialects.program.SqlProgram;
import catchment.dialects.spi.Dsn;
import catchment.dialects.spi.JdbcAccess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/** A SQLite database: a file, which is only read, or in memory. */
final class SqliteAccess implements JdbcAccess {
    @Override
    public List<String> schemes() {
        return List.of("sqlite");
    }

    /** {@code sqlite:///path} is relative to the folder, {@code sqlite:////path} is from the root on, {@code sqlite://} is an empty database in memory. */
    @Override
    public Settings settings(Dsn dsn) {
        if (!dsn.host().isEmpty()) {
            throw new IllegalArgumentException("a DSN of SQLite names a file behind three slashes: `sqlite:///records.db`, or `sqlite:////data/records.db`");
        }
        if (dsn.path().isEmpty()) {
            return inProcess().orElseThrow();
        }
        Path file = dsn.folder().resolve(dsn.path());
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("there is no SQLite database at the place that the DSN names");
        }
        return new Settings("jdbc:sqlite:" + file.toUri() + "?mode=ro", new Properties());
    }

    @Override
    public Optional<Settings> inProcess() {
        return Optional.of(new Settings("jdbc:sqlite::memory:", new Properties()));
    }

    /** Values have types of their own, whatever their column is declared as. */
    @Override
    public boolean needsCast(int jdbcType, Type wanted) {
        return false;
    }

    @Override
    public Fault fault(SQLException fault) {
        String said = String.valueOf(fault.getMessage()).toLowerCase(Locale.ROOT);
        if (said.contains("interrupt")) {
            return Fault.CANCELLED;
        }
        if (said.contains("database is locked") || said.contains("sqlite_busy")) {
            return Fault.TRANSIENT;
        }
        boolean tooMuch = said.contains("too complex") || said.contains("expression tree is too large") || said.contains("parser stack overflow")
                || said.contains("too many") || said.contains("out of memory") || said.contains("sqlite_toobig") || said.contains("is full");
        return tooMuch ? Fault.TOO_COMPLEX : Fault.OTHER;
    }

    @Override
    public LocalDate date(ResultSet rows, int column) throws SQLException {
        String text = rows.getString(column);
        return text == null ? null : LocalDate.parse(text);
    }

    @Override
    public void bind(PreparedStatement statement, int parameter, Object value) throws SQLException {
        switch (value) {
            case Boolean truth -> statement.setInt(parameter, truth ? 1 : 0);
            case LocalDate date -> statement.setString(parameter, date.toString());
            case null, default -> JdbcAccess.super.bind(statement, parameter, value);
        }
    }

    /** In one transaction: else each row would be one. */
    @Override
    public void fill(Connection connection, SqlProgram.DataTable data) throws SQLException {
        boolean alone = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try {
            insertInBatches(connection, data, 10_000);
            connection.commit();
        } finally {
            connection.setAutoCommit(alone);
        }
    }
}
