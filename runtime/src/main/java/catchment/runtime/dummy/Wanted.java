package catchment.runtime.dummy;

import catchment.compiler.meaning.Comparison;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which values are wanted: {@code 18 or more}, {@code a code of this list or missing}. Wishes for the same value add up, see {@link #and}.
 *
 * @param missing whether a missing value will do
 * @param present whether any other value will do
 * @param least the least that will do; empty for no bound
 * @param greatest the greatest that will do; empty for no bound
 * @param among sets that it must be in, all of them
 * @param without sets that it must not be in
 * @param containing texts that must be in it
 * @param also what must hold besides
 */
record Wanted(
        boolean missing,
        boolean present,
        Optional<Object> least,
        Optional<Object> greatest,
        List<Members> among,
        List<Members> without,
        List<String> containing,
        List<Predicate<Object>> also) {
    static final Wanted ANY = new Wanted(true, true);
    static final Wanted PRESENT = new Wanted(false, true);
    static final Wanted MISSING = new Wanted(true, false);
    static final Wanted TRUE = value(true);
    static final Wanted FALSE = value(false);
    static final Wanted NOT_TRUE = new Wanted(true, true, Optional.empty(), Optional.empty(), List.of(Members.of(List.of(false))), List.of(), List.of(), List.of());

    private Wanted(boolean missing, boolean present) {
        this(missing, present, Optional.empty(), Optional.empty(), List.of(), List.of(), List.of(), List.of());
    }

    static Wanted value(Object value) {
        return among(Members.of(List.of(value)));
    }

    static Wanted among(Members members) {
        return new Wanted(false, true, Optional.empty(), Optional.empty(), List.of(members), List.of(), List.of(), List.of());
    }

    static Wanted without(Members members) {
        return new Wanted(false, true, Optional.empty(), Optional.empty(), List.of(), List.of(members), List.of(), List.of());
    }

    /** From a least to a greatest value, both included; an empty bound is none. */
    static Wanted between(Optional<Object> least, Optional<Object> greatest) {
        return new Wanted(false, true, least, greatest, List.of(), List.of(), List.of(), List.of());
    }

    static Wanted atLeast(Object value) {
        return between(Optional.of(value), Optional.empty());
    }

    static Wanted atMost(Object value) {
        return between(Optional.empty(), Optional.of(value));
    }

    static Wanted above(Object value) {
        return switch (value) {
            case Long whole -> whole == Long.MAX_VALUE ? MISSING.andPresent() : atLeast(whole + 1);
            case Double decimal -> atLeast(Math.nextUp(decimal));
            case LocalDate date -> date.equals(LocalDate.MAX) ? MISSING.andPresent() : atLeast(date.plusDays(1));
            default -> such(other -> Comparison.compare(other, value) > 0);
        };
    }

    static Wanted below(Object value) {
        return switch (value) {
            case Long whole -> whole == Long.MIN_VALUE ? MISSING.andPresent() : atMost(whole - 1);
            case Double decimal -> atMost(Math.nextDown(decimal));
            case LocalDate date -> date.equals(LocalDate.MIN) ? MISSING.andPresent() : atMost(date.minusDays(1));
            default -> such(other -> Comparison.compare(other, value) < 0);
        };
    }

    static Wanted such(Predicate<Object> condition) {
        return new Wanted(false, true, Optional.empty(), Optional.empty(), List.of(), List.of(), List.of(), List.of(condition));
    }

    static Wanted containing(String text) {
        return new Wanted(false, true, Optional.empty(), Optional.empty(), List.of(), List.of(), List.of(text), List.of());
    }

    /** The same, and a missing value will do too. */
    Wanted orMissing() {
        return new Wanted(true, present, least, greatest, among, without, containing, also);
    }

    /** The same without a missing value. */
    Wanted andPresent() {
        return new Wanted(false, present, least, greatest, among, without, containing, also);
    }

    /** What meets both. */
    Wanted and(Wanted other) {
        if (this == ANY || this == other) {
            return other;
        }
        if (other == ANY) {
            return this;
        }
        return new Wanted(
                missing && other.missing,
                present && other.present,
                least.isEmpty() ? other.least : other.least.isEmpty() ? least : Optional.of(Comparison.greatest(List.of(least.get(), other.least.get()))),
                greatest.isEmpty() ? other.greatest : other.greatest.isEmpty() ? greatest : Optional.of(Comparison.least(List.of(greatest.get(), other.greatest.get()))),
                joined(among, other.among),
                joined(without, other.without),
                joined(containing, other.containing),
                together(also, other.also));
    }

    /** Conditions do not compare, so none is looked for among the others. */
    private static <T> List<T> together(List<T> left, List<T> right) {
        if (left.isEmpty() || right.isEmpty()) {
            return left.isEmpty() ? right : left;
        }
        List<T> both = new ArrayList<>(left.size() + right.size());
        both.addAll(left);
        both.addAll(right);
        return both;
    }

    private static <T> List<T> joined(List<T> left, List<T> right) {
        if (left.isEmpty() || left.containsAll(right)) {
            return left.isEmpty() ? right : left;
        }
        List<T> both = new ArrayList<>(left);
        right.stream().filter(one -> !left.contains(one)).forEach(both::add);
        return both;
    }

    /** Whether the value will do; it may be null. */
    boolean accepts(Object value) {
        return value == null ? missing : acceptsPresent(value);
    }

    /** Plain loops: nothing is asked more often. */
    private boolean acceptsPresent(Object value) {
        if (!present
                || least.isPresent() && Comparison.compare(value, least.get()) < 0
                || greatest.isPresent() && Comparison.compare(value, greatest.get()) > 0) {
            return false;
        }
        for (Members members : among) {
            if (!members.has(value)) {
                return false;
            }
        }
        for (Members members : without) {
            if (members.has(value)) {
                return false;
            }
        }
        for (String text : containing) {
            if (!((String) value).contains(text)) {
                return false;
            }
        }
        for (Predicate<Object> condition : also) {
            if (!condition.test(value)) {
                return false;
            }
        }
        return true;
    }
}
