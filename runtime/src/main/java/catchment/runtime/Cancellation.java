package catchment.runtime;

import java.util.ArrayList;
import java.util.List;

/** A way to stop a run from another thread: when somebody presses Ctrl-C, or a time is over. Safe to use from any thread. */
public final class Cancellation {
    private final List<Runnable> actions = new ArrayList<>();
    private boolean cancelled;

    /** Stops the run: queries are cancelled at once, and what is under way ends at the next row. */
    public void cancel() {
        List<Runnable> now;
        synchronized (this) {
            cancelled = true;
            now = List.copyOf(actions);
        }
        now.forEach(Runnable::run);
    }

    /** True once the run is to stop; also if its thread has been interrupted. */
    public boolean isCancelled() {
        synchronized (this) {
            return cancelled || Thread.currentThread().isInterrupted();
        }
    }

    /** Does this when the run is to be stopped, until the registration is closed; at once if it is already. */
    public Registration onCancel(Runnable action) {
        boolean now;
        synchronized (this) {
            actions.add(action);
            now = cancelled;
        }
        if (now) {
            action.run();
        }
        return () -> {
            synchronized (this) {
                actions.remove(action);
            }
        };
    }

    /** Something that is done on cancellation; closed when there is nothing to stop any more. */
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
