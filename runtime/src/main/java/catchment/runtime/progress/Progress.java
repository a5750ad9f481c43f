package catchment.runtime.progress;

/** Is told how far a piece of work is. What is shown of it, and when, is its own affair. */
public interface Progress {
    /** Tells nobody. */
    Progress NONE = (_, _) -> by -> {};

    /**
     * A piece of work begins.
     *
     * @param what in a few words: "making patients", "writing rows"
     * @param total how many things there are to do; -1 if nobody knows
     * @return to be closed when the work ends, however it ends
     */
    Step begin(String what, long total);

    /** A piece of work that goes on. */
    @FunctionalInterface
    interface Step extends AutoCloseable {
        /** Some more things are done; cheap enough to be called for each row. */
        void advance(long by);

        @Override
        default void close() {}
    }
}
