package catchment.dialects.mssql;

import catchment.dialects.program.SqlProgram;
import catchment.dialects.spi.Dsn;
import catchment.dialects.spi.JdbcAccess;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * SQL Server over Microsoft's driver: {@code mssql://user:password@host:1433/database?encrypt=true}. Options of the DSN are properties of the driver, of those that are known here.
 *
 * <p>Rows are buffered adaptively, which is the driver's default, so that a result streams. Data is sent by bulk copy, which the driver makes of batched inserts.
 */
final class SqlServerAccess implements JdbcAccess {
    private static final int PORT = 1433;
    private static final int ROWS_AT_ONCE = 10_000;
    private static final String OTHER_DRIVER = "mssql+pymssql";

    // https://learn.microsoft.com/sql/connect/jdbc/setting-the-connection-properties
    private static final Set<String> OPTIONS = Set.of(
            "applicationIntent", "authentication", "authenticationScheme", "encrypt", "hostNameInCertificate", "instanceName", "integratedSecurity", "lockTimeout",
            "loginTimeout", "multiSubnetFailover", "serverCertificate", "socketTimeout", "trustServerCertificate", "trustStore", "trustStorePassword", "trustStoreType");

    /** Options that other drivers' DSNs carry and this one has no use for. */
    private static final Set<String> OTHER_DRIVERS_OPTIONS = Set.of("charset", "driver", "tds_version", "timeout", "login_timeout", "autocommit");

    /** Deadlock victim, lock time-out, memory grant time-out, killed session, no memory, log not available, snapshot conflict, database on the move. */
    private static final Set<Integer> TRANSIENT = Set.of(1205, 1222, 8645, 596, 701, 9001, 3960, 40197, 40501, 40613, 10928, 10929, 10053, 10054, 10060, 64, 233);

    /** Database offline, being restored, in recovery, in transition, in single-user mode, server paused or shut down. */
    private static final Set<Integer> MAINTENANCE = Set.of(942, 927, 921, 922, 952, 924, 6005, 17142);

    /** Out of internal resources, stack, expression services limit; too many columns, nesting, CASE levels, row too wide, too many tables. */
    private static final Set<Integer> TOO_COMPLEX = Set.of(8623, 8631, 8632, 1702, 191, 125, 1701, 511, 4408, 8621, 8622, 8618);

    private static final int NO_SUCH_OBJECT = 208;

    /** Tables of TPP that are not there while its nightly build runs. */
    private static final Pattern REBUILT = Pattern.compile("Invalid object name '(?:dbo\\.)?(?:CodedEvent_SNOMED|EC)'");

    @Override
    public List<String> schemes() {
        return List.of("mssql", OTHER_DRIVER);
    }

    @Override
    public Settings settings(Dsn dsn) {
        if (dsn.host().isEmpty()) {
            throw new IllegalArgumentException("the DSN has no host: `mssql://user:password@host:1433/database`");
        }
        Properties properties = new Properties();
        dsn.user().ifPresent(user -> properties.setProperty("user", user));
        dsn.password().ifPresent(password -> properties.setProperty("password", password));
        if (!dsn.path().isEmpty()) {
            properties.setProperty("databaseName", dsn.path());
        }
        properties.setProperty("applicationName", "catchment");
        properties.setProperty("useBulkCopyForBatchInsert", "true");
        if (dsn.scheme().equals(OTHER_DRIVER)) {
            // that driver encrypts if the server asks for it and looks at no certificate
            properties.setProperty("encrypt", "false");
            properties.setProperty("trustServerCertificate", "true");
        }
        dsn.options(Stream.concat(OPTIONS.stream(), OTHER_DRIVERS_OPTIONS.stream()).collect(Collectors.toSet()), "SQL Server").forEach((name, value) -> {
            if (OPTIONS.contains(name)) {
                properties.setProperty(name, value);
            }
        });
        return new Settings("jdbc:sqlserver://" + dsn.host() + ":" + dsn.port().orElse(PORT), properties);
    }

    @Override
    public Fault fault(SQLException fault) {
        int number = fault.getErrorCode();
        String state = fault.getSQLState() == null ? "" : fault.getSQLState();
        String message = fault.getMessage() == null ? "" : fault.getMessage();
        // the driver gives a time-out the state of a cancellation
        if (fault instanceof SQLTimeoutException || state.equals("HYT00")) {
            return Fault.TIMEOUT;
        }
        if (state.equals("HY008")) {
            return Fault.CANCELLED;
        }
        if (TOO_COMPLEX.contains(number)) {
            return Fault.TOO_COMPLEX;
        }
        if (MAINTENANCE.contains(number) || (number == NO_SUCH_OBJECT && REBUILT.matcher(message).find())) {
            return Fault.MAINTENANCE;
        }
        if (TRANSIENT.contains(number) || state.startsWith("08") || isOfTheNetwork(fault)) {
            return Fault.TRANSIENT;
        }
        return Fault.OTHER;
    }

    private static boolean isOfTheNetwork(SQLException fault) {
        for (Throwable cause = fault.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void fill(Connection connection, SqlProgram.DataTable data) throws SQLException {
        if (data.rows().isEmpty()) {
            return;
        }
        String holes = ", ?".repeat(data.columns().size()).substring(2);
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO " + data.place() + " VALUES (" + holes + ")")) {
            int waiting = 0;
            for (List<Object> row : data.rows()) {
                for (int i = 0; i < row.size(); i++) {
                    bind(insert, i + 1, row.get(i), data.columns().get(i));
                }
                insert.addBatch();
                if (++waiting == ROWS_AT_ONCE) {
                    insert.executeBatch();
                    waiting = 0;
                }
            }
            if (waiting > 0) {
                insert.executeBatch();
            }
        }
    }

    /** A bulk copy wants to know the type of each column, of a missing value too. */
    private static void bind(PreparedStatement insert, int parameter, Object value, SqlProgram.Column column) throws SQLException {
        int type = switch (column.type()) {
            case BOOL -> Types.BIT;
            case INT -> Types.BIGINT;
            case FLOAT -> Types.DOUBLE;
            case DATE -> Types.DATE;
            case STR -> Types.LONGNVARCHAR;
            case SNOMEDCT_CODE, DMD_CODE, CTV3_CODE, ICD10_CODE, OPCS4_CODE, BNF_CODE, ICD10_MULTI_CODE_STRING, OPCS4_MULTI_CODE_STRING ->
                Types.VARCHAR;
        };
        if (value == null) {
            insert.setNull(parameter, type);
        } else if (value instanceof LocalDate date) {
            insert.setObject(parameter, date.toString(), Types.DATE);
        } else {
            insert.setObject(parameter, value, type);
        }
    }
}
