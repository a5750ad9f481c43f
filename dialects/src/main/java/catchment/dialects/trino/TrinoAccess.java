package catchment.dialects.trino;

import catchment.dialects.program.SqlProgram;
import catchment.dialects.spi.Dsn;
import catchment.dialects.spi.JdbcAccess;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/** A Trino server: {@code trino://user:password@host:8080/catalog/schema?SSL=true}. Options of the DSN are properties of the driver. */
final class TrinoAccess implements JdbcAccess {
    private static final int PORT = 8080;
    private static final int PORT_WITH_SSL = 443;
    /** Half of what a statement may be long, see query.max-length. */
    private static final int LONGEST_INSERT = 500_000;
    /** Each row is analysed on its own. */
    private static final int MOST_ROWS = 5_000;

    private static final Set<String> OPTIONS = Set.of(
            "SSL", "SSLVerification", "SSLTrustStorePath", "SSLTrustStorePassword", "SSLTrustStoreType", "accessToken", "clientTags", "roles",
            "sessionProperties", "source", "timezone");

    // from here: https://github.com/trinodb/trino/blob/master/core/trino-spi/src/main/java/io/trino/spi/StandardErrorCode.java
    private static final int USER_CANCELED = 3;
    /** Statement too long, too many stages, too many arguments, expression too large; no memory or room left, and limits of an administrator. */
    private static final Set<Integer> TOO_COMPLEX = Set.of(35, 37, 40, 70, 77, 108, 132, 65_543, 131_073, 131_076, 131_078, 131_079, 131_081, 131_083);
    /** Exceeded the time that it may take, on the clock or of processors. */
    private static final Set<Integer> TIMEOUT = Set.of(131_075, 131_077);
    /** Lost a worker or what it had to send, is going down; full queue. */
    private static final Set<Integer> TRANSIENT = Set.of(
            65_537, 65_539, 65_540, 65_541, 65_542, 65_544, 65_545, 65_547, 65_553, 65_558, 65_563, 131_074, 131_080);
    private static final int SERVER_STARTING_UP = 65_548;

    @Override
    public List<String> schemes() {
        return List.of("trino");
    }

    @Override
    public Settings settings(Dsn dsn) {
        long parts = Arrays.stream(dsn.path().split("/", -1)).filter(part -> !part.isEmpty()).count();
        if (dsn.host().isEmpty() || parts != 2 || dsn.path().split("/", -1).length != 2) {
            throw new IllegalArgumentException("a DSN of Trino names a server, a catalog and a schema: `trino://USER:PASSWORD@SERVER:8080/CATALOG/SCHEMA`");
        }
        Properties properties = new Properties();
        dsn.options(OPTIONS, "Trino").forEach(properties::setProperty);
        properties.putIfAbsent("source", "catchment");
        // it knows no session without a name
        properties.setProperty("user", dsn.user().orElse("catchment"));
        dsn.password().ifPresent(password -> {
            properties.setProperty("password", password);
            // the driver sends no password in the open
            properties.putIfAbsent("SSL", "true");
        });
        boolean secret = properties.getProperty("SSL", "false").equals("true");
        String place = Arrays.stream(dsn.path().split("/")).map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8)).collect(Collectors.joining("/"));
        return new Settings("jdbc:trino://" + dsn.host() + ":" + dsn.port().orElse(secret ? PORT_WITH_SSL : PORT) + "/" + place, properties);
    }

    /** By its error codes; what is no answer of the server's has none, and comes of the connection. */
    @Override
    public Fault fault(SQLException fault) {
        int code = fault.getErrorCode();
        if (code == SERVER_STARTING_UP || code == 0 && String.valueOf(fault.getMessage()).contains("Error 503")) {
            return Fault.MAINTENANCE;
        }
        for (Throwable cause = fault; code == 0 && cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                return Fault.TRANSIENT;
            }
        }
        if (code == USER_CANCELED || "57014".equals(fault.getSQLState())) {
            return Fault.CANCELLED;
        }
        if (TIMEOUT.contains(code)) {
            return Fault.TIMEOUT;
        }
        if (TRANSIENT.contains(code)) {
            return Fault.TRANSIENT;
        }
        return TOO_COMPLEX.contains(code) ? Fault.TOO_COMPLEX : Fault.OTHER;
    }

    @Override
    public boolean countsRows() {
        return true;
    }

    /** Dates come as texts: what the driver makes of them passes through a point in time. */
    @Override
    public LocalDate date(ResultSet rows, int column) throws SQLException {
        String text = rows.getString(column);
        return text == null ? null : LocalDate.parse(text);
    }

    /** By few long statements: each is a query of its own. */
    @Override
    public void fill(Connection connection, SqlProgram.DataTable data) throws SQLException {
        Trino trino = new Trino();
        StringBuilder insert = new StringBuilder();
        int rows = 0;
        try (Statement statement = connection.createStatement()) {
            for (List<Object> row : data.rows()) {
                insert.append(rows == 0 ? "INSERT INTO " + data.place() + " VALUES\n" : ",\n");
                for (int i = 0; i < row.size(); i++) {
                    insert.append(i == 0 ? "(" : ", ").append(trino.literal(row.get(i), data.columns().get(i).type()));
                }
                insert.append(')');
                rows++;
                if (rows == MOST_ROWS || insert.length() > LONGEST_INSERT) {
                    statement.execute(insert.toString());
                    insert.setLength(0);
                    rows = 0;
                }
            }
            if (rows > 0) {
                statement.execute(insert.toString());
            }
        }
    }
}
