package catchment.runtime.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The one connection of a session, or the next one after it was lost. */
final class PinnedConnection implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 5;

    private final Connections connections;
    private Connection connection;

    /** @throws SQLException if there is none */
    PinnedConnection(Connections connections) throws SQLException {
        this.connections = connections;
        this.connection = connections.open();
    }

    Connection now() {
        return connection;
    }

    /** Gives up the connection, and takes another. */
    void renew() throws SQLException {
        connections.lost(connection);
        connection = connections.open();
    }

    /** Runs statements that give nothing that is wanted. */
    void execute(List<String> texts) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String text : texts) {
                statement.execute(text);
            }
        }
    }

    /** Whether the connection is of use, with no transaction under way. */
    boolean isWhole() {
        try {
            if (connection.isClosed() || !connection.isValid(PATIENCE_SECONDS)) {
                return false;
            }
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            return true;
        } catch (SQLException lost) {
            return false;
        }
    }

    /** Whether the connection is of use. */
    boolean isValid() {
        try {
            return connection.isValid(PATIENCE_SECONDS);
        } catch (SQLException lost) {
            return false;
        }
    }

    /** Whether tables are there, and can be read: somebody may have removed them, as those of a run that had ended. */
    boolean areThere(List<String> places) {
        try {
            execute(places.stream().map(place -> "SELECT 1 FROM " + place + " WHERE 1 = 0").toList());
            return true;
        } catch (SQLException gone) {
            return false;
        }
    }

    @Override
    public void close() {
        JdbcSession.close(connection);
        connections.close();
    }
}
