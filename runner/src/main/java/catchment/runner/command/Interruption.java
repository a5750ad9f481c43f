package catchment.runner.command;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import catchment.runner.report.Report;
import catchment.runtime.Cancellation;
import catchment.runtime.engine.RunCode;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What happens when the run is ended from outside. The virtual machine runs its shutdown hooks and ends with 130 (from the keyboard) or 143 (by another program);
 * this hook stops the work first, so that what it has begun is taken away, and says the last word.
 */
final class Interruption {
    private static final long PATIENCE_MILLISECONDS = 3_000;

    private final AtomicBoolean underway = new AtomicBoolean();

    /** Prepares for it, in the thread that will do the work. */
    static Interruption prepare(Report report, Cancellation cancellation) {
        Interruption interruption = new Interruption();
        Thread worker = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> interruption.stop(worker, report, cancellation), "interruption"));
        return interruption;
    }

    /** Ends the process with this number, unless it is being ended from outside. */
    void exit(int number) {
        if (!underway.get()) {
            // Not exit(): an engine may have left threads and hooks behind.
            Runtime.getRuntime().halt(number);
        }
    }

    private void stop(Thread worker, Report report, Cancellation cancellation) {
        underway.set(true);
        cancellation.cancel();
        worker.interrupt();
        report.show(Diagnostic.error(RunCode.RUN_INTERRUPTED, Span.NONE, "the run was stopped: no output was written"));
        report.close();
        try {
            worker.join(PATIENCE_MILLISECONDS);
        } catch (InterruptedException e) {
            // Ending anyway.
        }
    }
}
