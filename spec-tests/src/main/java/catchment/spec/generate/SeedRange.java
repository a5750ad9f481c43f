package catchment.spec.generate;

import catchment.runtime.tables.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The seeds of generated definitions that a test goes through. Each {@link #SHARING} in a row share their tables, so that an engine is filled once for all of
 * them.
 *
 * <p>{@code -Dgenerated.from=SEED} and {@code -Dgenerated.count=NUMBER} say which, instead of those that the test names; {@code -Dgenerated.minutes=NUMBER} ends
 * the test in good order after that time. How far it came is kept in {@code target/generated/TEST.studies.next}: the seed to go on from.
 *
 * @param test the class of the test, for the command that runs one seed again
 * @param what is made of each seed: {@code studies}
 * @param from the first seed
 * @param count how many; at least one
 * @param workers how many sets of tables are worked on at the same time
 */
record SeedRange(String test, String what, long from, long count, int workers) {
    /** How many definitions are asked of the same tables. */
    static final int SHARING = 25;

    /** Makes engines that hold the tables. */
    interface Opening {
        Agreement with(Tables tables) throws Exception;
    }

    /** What is wrong with the definitions of some seeds; empty if nothing is. */
    interface Check {
        Optional<String> fault(List<Long> seeds, Agreement agreement) throws Exception;
    }

    /** The range that was asked for on the command line, or else this one. */
    static SeedRange of(Class<?> test, String what, long from, int count) {
        return new SeedRange(test.getSimpleName(), what, Long.getLong("generated.from", from), Long.getLong("generated.count", count), 1);
    }

    /** So many sets of tables at the same time, where there are processors for them. */
    SeedRange workers(int number) {
        return new SeedRange(test, what, from, count, Math.clamp(Runtime.getRuntime().availableProcessors(), 1, number));
    }

    /**
     * Goes through the range.
     *
     * @param atOnce how many seeds are checked in one go
     * @throws AssertionError that names the first seed found wrong, and how it is run again
     */
    void check(int atOnce, Opening opening, Check check) throws Exception {
        Optional<Instant> end = Optional.ofNullable(Long.getLong("generated.minutes")).map(minutes -> Instant.now().plus(Duration.ofMinutes(minutes)));
        AtomicLong next = new AtomicLong(Math.floorDiv(from, SHARING));
        AtomicBoolean stopped = new AtomicBoolean();
        TreeSet<Long> begun = new TreeSet<>();
        Callable<Void> work = () -> {
            boolean well = false;
            try {
                while (!stopped.get() && (end.isEmpty() || Instant.now().isBefore(end.get()))) {
                    long block = begin(next, begun);
                    if (block * SHARING >= from + count) {
                        break;
                    }
                    block(block, atOnce, opening, check);
                    done(block, next, begun);
                }
                well = true;
            } finally {
                stopped.compareAndSet(false, !well);
            }
            return null;
        };
        try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
            List<Future<Void>> running = new ArrayList<>();
            for (int i = 0; i < workers; i++) {
                running.add(pool.submit(work));
            }
            for (Future<Void> one : running) {
                one.get();
            }
        } catch (ExecutionException fault) {
            if (fault.getCause() instanceof AssertionError found) {
                throw found;
            }
            throw fault;
        }
    }

    private static long begin(AtomicLong next, TreeSet<Long> begun) {
        synchronized (begun) {
            begun.add(next.get());
            return next.getAndIncrement();
        }
    }

    private void block(long block, int atOnce, Opening opening, Check check) throws Exception {
        long first = Math.max(from, block * SHARING);
        long last = Math.min(from + count, (block + 1) * SHARING);
        try (Agreement agreement = opening.with(RandomTables.make(new Random(block)))) {
            for (long seed = first; seed < last; seed += atOnce) {
                List<Long> seeds = new ArrayList<>();
                for (long one = seed; one < Math.min(seed + atOnce, last); one++) {
                    seeds.add(one);
                }
                Optional<String> fault;
                try {
                    fault = check.fault(seeds, agreement);
                } catch (RuntimeException | StackOverflowError thrown) {
                    throw new AssertionError(named(seeds), thrown);
                }
                if (fault.isPresent()) {
                    throw new AssertionError(named(seeds) + "\n" + fault.get());
                }
            }
        }
    }

    private String named(List<Long> seeds) {
        String which = seeds.size() == 1 ? "seed " + seeds.getFirst() : "seeds " + seeds.getFirst() + " to " + seeds.getLast();
        return what + " of " + which + " differ; again: mvn -pl spec-tests -am test -Dtest=" + test + " -Dgenerated.from=" + seeds.getFirst() + " -Dgenerated.count="
                + seeds.size();
    }

    private void done(long block, AtomicLong next, TreeSet<Long> begun) throws IOException {
        synchronized (begun) {
            begun.remove(block);
            long left = begun.isEmpty() ? next.get() : begun.first();
            Path file = Path.of("target", "generated", test + "." + what + ".next");
            Files.createDirectories(file.getParent());
            Files.writeString(file, Math.clamp(left * SHARING, from, from + count) + "\n");
        }
    }
}
