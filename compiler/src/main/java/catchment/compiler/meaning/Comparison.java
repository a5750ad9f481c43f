package catchment.compiler.meaning;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** The order and equality of values of one type. Texts go by code point, which {@link String#compareTo} does not; both zeros of a float are one value. */
public final class Comparison {
    /** Values in ascending order, null before all others; false before true. */
    public static final Comparator<Object> NULLS_FIRST = Comparator.nullsFirst(Comparison::compare);

    private Comparison() {}

    /** Below, at or above zero as {@code left} comes before, equals or comes after {@code right}; both of one class and not null. */
    public static int compare(Object left, Object right) {
        return switch (left) {
            case Boolean truth -> truth.compareTo((Boolean) right);
            case Long whole -> whole.compareTo((Long) right);
            case Double decimal -> compareDecimals(decimal, (Double) right);
            case LocalDate date -> date.compareTo((LocalDate) right);
            case String text -> compareTexts(text, (String) right);
            default -> throw new IllegalArgumentException("no order of " + left.getClass());
        };
    }

    private static int compareDecimals(double left, double right) {
        return left < right ? -1 : left > right ? 1 : 0;
    }

    private static int compareTexts(String left, String right) {
        int length = Math.min(left.length(), right.length());
        for (int i = 0; i < length; i++) {
            char a = left.charAt(i);
            char b = right.charAt(i);
            if (a != b) {
                // Two halves of a pair stand for a code point above all that need only one, yet their own numbers lie below U+E000.
                boolean pairs = Character.isSurrogate(a) != Character.isSurrogate(b);
                return pairs ? (Character.isSurrogate(a) ? 1 : -1) : Character.compare(a, b);
            }
        }
        return Integer.compare(left.length(), right.length());
    }

    /** The least of those that are not null; null if all are. */
    public static Object least(List<?> values) {
        Object found = null;
        for (Object value : values) {
            if (value != null && (found == null || compare(value, found) < 0)) {
                found = value;
            }
        }
        return found;
    }

    /** The greatest of those that are not null; null if all are. */
    public static Object greatest(List<?> values) {
        Object found = null;
        for (Object value : values) {
            if (value != null && (found == null || compare(value, found) > 0)) {
                found = value;
            }
        }
        return found;
    }

    /** The value as a member of a set: equal values have equal keys, also the two zeros. */
    public static Object key(Object value) {
        return value instanceof Double decimal ? (Object) (decimal + 0.0) : value;
    }

    /**
     * Whether the value is one of the set: false for an empty set, else null for null.
     *
     * @param set keys, see {@link #key}; no null among them
     */
    public static Boolean isIn(Object value, Set<Object> set) {
        if (set.isEmpty()) {
            return false;
        }
        return value == null ? null : (Boolean) set.contains(key(value));
    }
}
