package catchment.runtime.engine;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a database is used.
 *
 * @param staging where stages are kept in real tables, which outlive a session: the parts of a schema's identifier, the outermost first; empty for where the
 *     dialect keeps them by itself
 * @param timeLimit how long a statement may take; empty for as long as the database lets it
 * @param retries what is done after a fault that may pass
 */
public record DatabaseSettings(Optional<List<String>> staging, Optional<Duration> timeLimit, Retries retries) {
    /** As the dialect does it by itself. */
    public static final DatabaseSettings DEFAULT = new DatabaseSettings(Optional.empty(), Optional.empty(), Retries.DEFAULT);

    public DatabaseSettings {
        staging = staging.map(List::copyOf);
    }
}
