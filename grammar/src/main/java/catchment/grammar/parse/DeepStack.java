package catchment.grammar.parse;

import java.util.concurrent.FutureTask;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/** Work that goes as deep as a text nests: on the caller's thread if that is not deep, else on one with room for it. */
final class DeepStack {
    /** What any thread has room for. */
    private static final int SHALLOW = 60;

    private static final long ROOM = 1L << 29;

    private DeepStack() {}

    static <T> T call(int depth, Supplier<T> work) {
        if (depth <= SHALLOW) {
            return work.get();
        }
        FutureTask<T> task = new FutureTask<>(work::get);
        Thread thread = new Thread(null, task, "catchment-parse", ROOM);
        thread.setDaemon(true);
        thread.start();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException interruption) {
                    // The work ends soon by itself; the caller sees the interruption after it.
                    interrupted = true;
                } catch (ExecutionException failure) {
                    throw new IllegalStateException(failure.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
