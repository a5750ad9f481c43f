package catchment.runtime.engine;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Stops a statement that takes longer than it may, for engines that do not do so themselves; closed when the statement has ended. */
final class TimeLimit implements AutoCloseable {
    private final AtomicBoolean over = new AtomicBoolean();
    private final Optional<Thread> clock;

    /**
     * @param limit empty for none
     */
    TimeLimit(Statement statement, Optional<Duration> limit) {
        this.clock = limit.map(duration -> Thread.ofVirtual().start(() -> stopAfter(duration, statement)));
    }

    private void stopAfter(Duration limit, Statement statement) {
        try {
            Thread.sleep(limit);
            over.set(true);
            statement.cancel();
        } catch (InterruptedException | SQLException overAlready) {
            // It has ended in time, or just now.
        }
    }

    /** Whether the statement was stopped. */
    boolean isOver() {
        return over.get();
    }

    @Override
    public void close() {
        clock.ifPresent(Thread::interrupt);
    }
}
