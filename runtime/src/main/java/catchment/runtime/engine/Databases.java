package catchment.runtime.engine;

import catchment.dialects.spi.Dialect;
import catchment.dialects.spi.JdbcAccess;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import catchment.runtime.RunException;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Opens databases that are reached over JDBC. */
public final class Databases {
    private static final long PATIENCE_MILLISECONDS = 30_000;
    private static final long PATIENCE_AFTER_A_LOSS_MILLISECONDS = 5_000;

    private Databases() {}

    /**
     * A session with a database: one connection, which is kept from the first statement to the last.
     *
     * @throws RunException if it cannot be reached; neither user nor password are in the message
     */
    public static JdbcSession open(DataLocation.Database database) throws RunException {
        JdbcAccess access = database.dialect().jdbc().orElseThrow();
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.settings().url());
        config.setDataSourceProperties(database.settings().properties());
        config.setMaximumPoolSize(1);
        config.setMaxLifetime(0);
        config.setIdleTimeout(0);
        config.setConnectionTimeout(PATIENCE_MILLISECONDS);
        config.setInitializationFailTimeout(1);
        config.setPoolName(database.dialect().name());
        UnaryOperator<String> masked = new Secrets(database.settings());
        Optional<HikariDataSource> pool = Optional.empty();
        try {
            pool = Optional.of(new HikariDataSource(config));
            JdbcSession session = JdbcSession.begin(database.dialect(), Connections.of(pool.get()), masked);
            // whoever loses it tries again by itself, and waits between
            pool.get().getHikariConfigMXBean().setConnectionTimeout(PATIENCE_AFTER_A_LOSS_MILLISECONDS);
            return session;
        } catch (SQLException | HikariPool.PoolInitializationException fault) {
            pool.ifPresent(HikariDataSource::close);
            SQLException said = cause(fault);
            throw DatabaseFault.of(access.fault(said), masked.apply(DatabaseFault.said(said)), "the connection");
        }
    }

    /**
     * A session with an empty database in this process.
     *
     * @throws RunException if the engine has none
     */
    public static JdbcSession inProcess(Dialect dialect) throws RunException {
        JdbcAccess.Settings settings = dialect.jdbc().flatMap(JdbcAccess::inProcess).orElseThrow(() -> new RunException(Diagnostic.error(
                        RunCode.ENGINE_UNSUITED, Span.NONE, "the engine `" + dialect.name() + "` is not part of this program: dummy data needs a database to be loaded into")
                .hint("`--scratch-dsn DSN` names one; without `--engine` dummy data is run on DuckDB")));
        return open(new DataLocation.Database(dialect, settings));
    }

    /** Hikari wraps what the driver said. */
    private static SQLException cause(Exception fault) {
        for (Throwable at = fault; at != null; at = at.getCause()) {
            if (at instanceof SQLException said && !(said.getCause() instanceof SQLException)) {
                return said;
            }
        }
        return new SQLException(fault.getMessage());
    }
}
