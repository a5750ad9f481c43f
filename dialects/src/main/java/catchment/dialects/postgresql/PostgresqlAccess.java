package catchment.dialects.postgresql;

import catchment.dialects.program.SqlProgram;
import catchment.dialects.spi.Dsn;
import catchment.dialects.spi.JdbcAccess;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/** A PostgreSQL server. Data goes in by COPY. */
final class PostgresqlAccess implements JdbcAccess {
    private static final Set<String> OPTIONS =
            Set.of("ssl", "sslmode", "sslrootcert", "sslcert", "sslkey", "connectTimeout", "socketTimeout", "currentSchema", "options", "targetServerType");

    @Override
    public List<String> schemes() {
        return List.of("postgresql", "postgres");
    }

    @Override
    public Settings settings(Dsn dsn) {
        if (dsn.host().isEmpty() || dsn.path().isEmpty()) {
            throw new IllegalArgumentException("a DSN of PostgreSQL names a server and a database: `postgresql://USER:PASSWORD@SERVER:5432/DATABASE`");
        }
        Properties properties = new Properties();
        dsn.options(OPTIONS, "PostgreSQL").forEach(properties::setProperty);
        dsn.user().ifPresent(user -> properties.setProperty("user", user));
        dsn.password().ifPresent(password -> properties.setProperty("password", password));
        properties.setProperty("ApplicationName", "catchment");
        String server = dsn.host() + (dsn.port().isPresent() ? ":" + dsn.port().getAsInt() : "");
        return new Settings("jdbc:postgresql://" + server + "/" + java.net.URLEncoder.encode(dsn.path(), StandardCharsets.UTF_8), properties);
    }

    /** By the classes of its error codes: https://www.postgresql.org/docs/current/errcodes-appendix.html */
    @Override
    public Fault fault(SQLException fault) {
        String state = String.valueOf(fault.getSQLState());
        if (state.equals("57014")) {
            return String.valueOf(fault.getMessage()).contains("statement timeout") ? Fault.TIMEOUT : Fault.CANCELLED;
        }
        // connection lost, server going down, serialization failure, deadlock, too many connections
        if (state.startsWith("08") || state.startsWith("57P0") && !state.equals("57P03") || state.equals("40001") || state.equals("40P01")
                || state.equals("53300")) {
            return Fault.TRANSIENT;
        }
        // starting up, or read only after a failover
        if (state.equals("57P03") || state.equals("25006")) {
            return Fault.MAINTENANCE;
        }
        // a limit of a statement; no room in memory or on disk
        return state.startsWith("54") || state.equals("53100") || state.equals("53200") ? Fault.TOO_COMPLEX : Fault.OTHER;
    }

    @Override
    public boolean countsRows() {
        return true;
    }

    @Override
    public int fetchSize() {
        return 10_000;
    }

    @Override
    public boolean streamsInTransaction() {
        return true;
    }

    @Override
    public void fill(Connection connection, SqlProgram.DataTable data) throws SQLException {
        PGConnection postgresql = connection.unwrap(PGConnection.class);
        String copy = "COPY " + data.place() + " FROM STDIN (FORMAT csv)";
        try (PGCopyOutputStream stream = new PGCopyOutputStream(postgresql, copy, 1 << 16);
                Writer text = new java.io.OutputStreamWriter(stream, StandardCharsets.UTF_8);
                // null is nothing between two commas, an empty text is quoted
                CsvWriter rows = CsvWriter.builder().quoteStrategy(QuoteStrategies.EMPTY).build(text)) {
            for (List<Object> row : data.rows()) {
                rows.writeRecord(row.stream().map(value -> value == null ? null : value.toString()).toArray(String[]::new));
            }
        } catch (IOException broken) {
            throw broken.getCause() instanceof SQLException cause ? cause : new SQLException(broken);
        }
    }
}
