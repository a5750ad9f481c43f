package catchment.runtime.dummy;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Who the next patient is: those whom inline tables know come first, then others who are numbered once they are known to be good. */
final class PatientIds {
    private static final int MOST_TRIES = 4;

    private final Set<Long> known;
    private final Deque<Long> waiting;
    private final Map<Long, Integer> failures = new HashMap<>();
    private long next = 1;
    private long stranger = -1;
    private int kept;

    /**
     * @param known the patients of inline tables, ascending
     */
    PatientIds(Collection<Long> known) {
        this.known = new HashSet<>(known);
        this.waiting = new ArrayDeque<>(known);
    }

    /**
     * How many can be made at the same time. Those whom inline tables know are few, and what one of them shows the next need not: so the first is made alone, the
     * next two together, and so on.
     */
    int together() {
        return waiting.isEmpty() ? Integer.MAX_VALUE : Math.min(waiting.size(), 1 + kept);
    }

    /** One whom inline tables know, or a number below zero whom they do not. */
    long candidate() {
        if (!waiting.isEmpty()) {
            return waiting.removeFirst();
        }
        while (known.contains(stranger)) {
            stranger--;
        }
        return stranger--;
    }

    /** Whether inline tables know a candidate. */
    boolean isKnown(long candidate) {
        return known.contains(candidate);
    }

    /** Nothing came of a candidate. There is only one of each whom inline tables know, so those are tried again. */
    void failed(long candidate) {
        if (known.contains(candidate) && failures.merge(candidate, 1, Integer::sum) < MOST_TRIES) {
            waiting.addLast(candidate);
        }
    }

    /** The id of a candidate who is kept. */
    long lasting(long candidate) {
        if (known.contains(candidate)) {
            kept++;
            return candidate;
        }
        while (known.contains(next)) {
            next++;
        }
        return next++;
    }
}
