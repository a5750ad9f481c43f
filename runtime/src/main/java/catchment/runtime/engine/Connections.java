package catchment.runtime.engine;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;

/** Where the one connection of a session comes from, and the next one after it was lost. */
interface Connections extends AutoCloseable {
    /** A connection; the one before has been given back or lost. */
    Connection open() throws SQLException;

    /** This connection is of no use any more. */
    void lost(Connection connection);

    @Override
    void close();

    /** One that is there already; there is no other. */
    static Connections only(Connection connection, Runnable afterwards) {
        return new Connections() {
            private boolean given;

            @Override
            public Connection open() throws SQLException {
                if (given) {
                    throw new SQLException("the connection was lost", "08003");
                }
                given = true;
                return connection;
            }

            @Override
            public void lost(Connection lost) {
                JdbcSession.close(lost);
            }

            @Override
            public void close() {
                afterwards.run();
            }
        };
    }

    /** Those of a pool. */
    static Connections of(HikariDataSource pool) {
        return new Connections() {
            @Override
            public Connection open() throws SQLException {
                return pool.getConnection();
            }

            @Override
            public void lost(Connection connection) {
                pool.evictConnection(connection);
                JdbcSession.close(connection);
            }

            @Override
            public void close() {
                pool.close();
            }
        };
    }
}
