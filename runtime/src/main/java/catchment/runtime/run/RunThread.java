package catchment.runtime.run;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import catchment.runtime.Cancellation;
import catchment.runtime.RunException;
import catchment.runtime.engine.RunCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** Does the work of a run, and makes its outcome of whatever happens. */
final class RunThread {
    /** The work of a run. */
    interface Work {
        /**
         * Does it.
         *
         * @param diagnostics takes what there is to tell
         * @return how many rows each output table has; none if an error was told
         */
        Map<String, Long> rows(List<Diagnostic> diagnostics) throws RunException;
    }

    private RunThread() {}

    /** Does the work in a thread of its own: the database does not notice an interruption, so the calling thread stays free to hear it, and to stop the query. */
    static RunOutcome outcome(String name, Cancellation cancellation, Work work) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        AtomicReference<Map<String, Long>> counts = new AtomicReference<>(Map.of());
        AtomicReference<Throwable> fault = new AtomicReference<>();
        Thread worker = Thread.ofPlatform().name(name).start(() -> {
            try {
                counts.set(work.rows(diagnostics));
            } catch (Throwable thrown) {
                fault.set(thrown);
            }
        });
        join(worker, cancellation);
        switch (fault.get()) {
            case null -> {}
            case RunException _ when cancellation.isCancelled() ->
                    // A database that is stopped says all kinds of things.
                    diagnostics.add(Diagnostic.error(RunCode.RUN_INTERRUPTED, Span.NONE, "the run was stopped"));
            case RunException stopped -> diagnostics.add(stopped.diagnostic());
            case RuntimeException ours -> throw ours;
            case Error ours -> throw ours;
            case Throwable other -> throw new IllegalStateException(other);
        }
        return new RunOutcome(diagnostics, counts.get());
    }

    private static void join(Thread worker, Cancellation cancellation) {
        boolean interrupted = false;
        while (true) {
            try {
                worker.join();
                break;
            } catch (InterruptedException stop) {
                interrupted = true;
                cancellation.cancel();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
