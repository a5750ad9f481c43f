package catchment.runtime.dummy;

import java.util.List;
import java.util.SplittableRandom;

/** Chance that depends on nothing but the seed and the place it is needed at, so that patients can be made in any order and on any number of threads. */
final class Seeds {
    private static final long STEP = 0x9E3779B97F4A7C15L;

    private final long seed;

    Seeds(long seed) {
        this.seed = seed;
    }

    /** For one attempt at one patient. */
    SplittableRandom of(long patient, long attempt) {
        return new SplittableRandom(mixed(mixed(seed + STEP * (patient + 1)) + attempt));
    }

    private static long mixed(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** Brings a list into a random order. */
    static void shuffle(List<?> list, SplittableRandom random) {
        for (int i = list.size() - 1; i > 0; i--) {
            java.util.Collections.swap(list, i, random.nextInt(i + 1));
        }
    }

    /** One of them. */
    static <T> T oneOf(List<T> list, SplittableRandom random) {
        return list.get(random.nextInt(list.size()));
    }
}
