package catchment.runtime;

import java.time.Duration;
import java.util.OptionalLong;

/** Is told how a long run comes on. Whoever shows it decides whether and how. */
public interface Progress {
    /** Shows nothing. */
    Progress NONE = (_, _) -> new Step() {
        @Override
        public void advance(long by) {}

        @Override
        public void at(String where) {}

        @Override
        public void close() {}
    };

    /**
     * A step of the run begins.
     *
     * @param what in a few words: "writing dataset"
     * @param total how much there is to do; -1 if not known
     */
    Step step(String what, long total);

    /**
     * A part of the run is over.
     *
     * @param what a stage, or an output table
     * @param rows how many rows it has, if that is known
     * @param took how long it took
     */
    default void done(String what, OptionalLong rows, Duration took) {}

    /** A step under way; closed when it is over. */
    interface Step extends AutoCloseable {
        /** So much more is done. */
        void advance(long by);

        /**
         * Work is now on this part.
         *
         * @param where in a few words: an interval, a table
         */
        void at(String where);

        @Override
        void close();
    }
}
