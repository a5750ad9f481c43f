package catchment.runtime.dummy;

import catchment.runtime.Progress;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * Makes dummy data for a definition: as many patients of its population as are asked for, who between them show what its variables can be.
 *
 * <p>The same request gives the same rows on every machine, unless its time runs out.
 */
public final class DummyDataGenerator {
    private final DummyDataRequest request;

    /** A generator for one request. */
    public DummyDataGenerator(DummyDataRequest request) {
        this.request = request;
    }

    /**
     * Makes the patients and hands over their rows.
     *
     * @param rows takes the rows, a batch at a time
     * @param progress is told after each batch of patients
     * @throws InterruptedException if the thread is interrupted; what was handed over is incomplete then
     */
    public DummyDataOutcome generate(DummyRows rows, Progress progress) throws InterruptedException {
        try (Workers workers = new Workers()) {
            Callable<Making> preparation = () -> new Making(request);
            return workers.all(List.of(preparation)).getFirst().make(rows, progress, workers);
        }
    }
}
