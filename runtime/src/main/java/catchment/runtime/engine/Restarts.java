package catchment.runtime.engine;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import catchment.runtime.RunException;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Tries again what a fault keeps from being done that may pass, on a session that has been restarted. Used by one thread, but for {@link #stop}.
 *
 * <p>Calls may stand within each other: the inner one goes on as long as what was made is still there, else it leaves it to the outer one to make it again.
 */
final class Restarts {
    /** Something to be done. */
    interface Work<T> {
        T run() throws RunException;
    }

    private final EngineSession session;
    private final Retries retries;
    private final AtomicInteger left;
    private final List<String> made = new ArrayList<>();
    private int beginnings;
    private boolean broken;
    /** What the inner call told the outer one; the session itself is whole again. */
    private Optional<RunException> gone = Optional.empty();
    private Optional<Thread> waiting = Optional.empty();
    private boolean stopped;

    Restarts(EngineSession session, Retries retries) {
        this.session = session;
        this.retries = retries;
        this.left = new AtomicInteger(retries.most());
    }

    /** How often everything has been lost that was made: with each, it has to be made again from the beginning. */
    int beginnings() {
        return beginnings;
    }

    /** This table is there now, whole. */
    void made(String place) {
        made.add(place);
    }

    /** Does something that begins again by itself when all is lost. */
    <T> T whole(Work<T> work) throws RunException {
        return call(work, false);
    }

    /** Does something that needs what is there. */
    <T> T within(Work<T> work) throws RunException {
        return call(work, true);
    }

    private <T> T call(Work<T> work, boolean within) throws RunException {
        int beginning = beginnings;
        try {
            return Failsafe.with(policy(within)).get(() -> attempt(work, within, beginning));
        } catch (FailsafeException wrapped) {
            if (wrapped.getCause() instanceof RunException fault) {
                throw fault;
            }
            throw interrupted();
        }
    }

    private RetryPolicy<Object> policy(boolean within) {
        return RetryPolicy.builder()
                .handleIf(fault -> mayPass(fault) && left.get() > 0 && !isStopped() && !(within && gone.equals(Optional.of(fault))))
                .withMaxRetries(retries.most())
                .withBackoff(retries.first(), retries.longest(), 2)
                .onRetryScheduled(_ -> waits())
                .onRetry(_ -> goesOn())
                .build();
    }

    private <T> T attempt(Work<T> work, boolean within, int beginning) throws RunException {
        try {
            if (broken) {
                boolean kept = session.restart(List.copyOf(made));
                broken = false;
                if (!kept) {
                    made.clear();
                    beginnings++;
                }
            }
            if (within && beginnings != beginning) {
                RunException lost = new RunException(RunCode.DATABASE_CONNECTION, "the connection to the database was lost, and with it what the run had made");
                gone = Optional.of(lost);
                throw lost;
            }
            return work.run();
        } catch (RunException fault) {
            broken |= mayPass(fault) && !gone.equals(Optional.of(fault));
            throw fault;
        }
    }

    private static boolean mayPass(Throwable fault) {
        return fault instanceof RunException run && run.diagnostic().code() == RunCode.DATABASE_CONNECTION;
    }

    private synchronized void waits() {
        waiting = Optional.of(Thread.currentThread());
        if (stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void goesOn() {
        waiting = Optional.empty();
        left.decrementAndGet();
    }

    private synchronized boolean isStopped() {
        return stopped;
    }

    /** Waits no longer, and tries nothing again; from any thread. */
    synchronized void stop() {
        stopped = true;
        waiting.ifPresent(Thread::interrupt);
    }

    private static RunException interrupted() {
        return new RunException(Diagnostic.error(RunCode.RUN_INTERRUPTED, Span.NONE, "the run was stopped"));
    }
}
