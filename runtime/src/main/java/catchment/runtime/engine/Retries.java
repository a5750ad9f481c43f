package catchment.runtime.engine;

import java.time.Duration;

/**
 * How often a run tries again after a fault that may pass, such as a lost connection, and how long it waits before it does.
 *
 * @param most in one run; 0 for never
 * @param first the first wait; each further one is twice as long
 * @param longest no wait is longer
 */
public record Retries(int most, Duration first, Duration longest) {
    /** Six times, within some two minutes. */
    public static final Retries DEFAULT = new Retries(6, Duration.ofSeconds(2), Duration.ofMinutes(1));

    public Retries {
        if (most < 0 || first.isNegative() || first.isZero() || longest.compareTo(first) <= 0) {
            throw new IllegalArgumentException("waits that do not grow");
        }
    }

    /** The same waits, that many times. */
    public Retries times(int number) {
        return new Retries(number, first, longest);
    }
}
