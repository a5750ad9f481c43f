package catchment.runtime.dummy;

/** Is told how far the making of dummy data has come. */
@FunctionalInterface
public interface DummyProgress {
    /** Tells nobody. */
    DummyProgress SILENT = (_, _) -> {};

    /**
     * Called after each batch.
     *
     * @param made patients so far
     * @param asked patients in all
     */
    void patients(long made, long asked);
}
