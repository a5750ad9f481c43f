package catchment.runtime.dummy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A few threads with a stack that is deep enough for any definition that the compiler accepts; untouched pages of it cost nothing. */
final class Workers implements AutoCloseable {
    private static final long STACK_BYTES = 1L << 29;
    private static final int MOST = 4;

    private final ExecutorService executor = Executors.newFixedThreadPool(
            Math.min(MOST, Runtime.getRuntime().availableProcessors()), task -> {
                Thread thread = new Thread(null, task, "dummy-patients", STACK_BYTES);
                thread.setDaemon(true);
                return thread;
            });

    /** Runs all, and gives the results in order. */
    <T> List<T> all(List<? extends Callable<T>> tasks) throws InterruptedException {
        List<T> results = new ArrayList<>(tasks.size());
        for (Future<T> future : executor.invokeAll(tasks)) {
            try {
                results.add(future.get());
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
        return results;
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
