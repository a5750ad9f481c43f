package catchment.compiler.lint;

import catchment.compiler.model.Operator;
import catchment.compiler.model.Type;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which values a series may have for a condition to hold: numbers and dates within a range, or some of fixed values, or none but the missing one.
 *
 * @param low the least, as a number; dates are days
 * @param lowIncluded whether the least itself is allowed; always so for whole numbers and dates
 * @param high the greatest
 * @param highIncluded whether the greatest itself is allowed
 * @param only the only values that are allowed; empty if not limited so
 * @param never values that are not allowed
 * @param missing true where only a missing value is allowed
 */
record Allowed(
        double low,
        boolean lowIncluded,
        double high,
        boolean highIncluded,
        Optional<Set<Object>> only,
        Set<Object> never,
        boolean missing) {
    private static final double INFINITY = Double.POSITIVE_INFINITY;
    private static final Allowed ANYTHING = new Allowed(-INFINITY, true, INFINITY, true, Optional.empty(), Set.of(), false);

    /** Nothing but a missing value. */
    static Allowed missingOnly() {
        return new Allowed(-INFINITY, true, INFINITY, true, Optional.empty(), Set.of(), true);
    }

    /** Any value that is there. */
    static Allowed anything() {
        return ANYTHING;
    }

    /** Some values only. */
    static Allowed only(Collection<Object> values) {
        return new Allowed(-INFINITY, true, INFINITY, true, Optional.of(new HashSet<>(values)), Set.of(), false);
    }

    /** Any but some values. */
    static Allowed allBut(Collection<Object> values) {
        return new Allowed(-INFINITY, true, INFINITY, true, Optional.empty(), new HashSet<>(values), false);
    }

    /** What a comparison with a fixed value leaves. Empty where that says nothing: texts have an order that nobody reckons with. */
    static Optional<Allowed> by(Operator operator, Object value, Type type) {
        if (operator == Operator.EQ) {
            return Optional.of(only(Set.of(value)));
        }
        if (operator == Operator.NE) {
            return Optional.of(allBut(Set.of(value)));
        }
        boolean whole = type == Type.INT || type == Type.DATE;
        return number(value).map(number -> switch (operator) {
            case LT -> whole ? range(-INFINITY, true, number - 1, true) : range(-INFINITY, true, number, false);
            case LE -> range(-INFINITY, true, number, true);
            case GT -> whole ? range(number + 1, true, INFINITY, true) : range(number, false, INFINITY, true);
            default -> range(number, true, INFINITY, true);
        });
    }

    private static Allowed range(double low, boolean lowIncluded, double high, boolean highIncluded) {
        return new Allowed(low, lowIncluded, high, highIncluded, Optional.empty(), Set.of(), false);
    }

    /** A value as a number: dates are days. Empty for texts, and for numbers that a double does not hold. */
    static Optional<Double> number(Object value) {
        return switch (value) {
            case Long number when Math.abs(number) < 1L << 53 -> Optional.of((double) number);
            case Double number -> Optional.of(number);
            case LocalDate date -> Optional.of((double) date.toEpochDay());
            default -> Optional.empty();
        };
    }

    /** What both allow. */
    Allowed and(Allowed other) {
        boolean myLow = low > other.low || low == other.low && !lowIncluded;
        boolean myHigh = high < other.high || high == other.high && !highIncluded;
        Optional<Set<Object>> both = only;
        if (other.only.isPresent()) {
            Set<Object> values = new HashSet<>(other.only.get());
            only.ifPresent(values::retainAll);
            both = Optional.of(values);
        }
        Set<Object> neither = new HashSet<>(never);
        neither.addAll(other.never);
        return new Allowed(
                myLow ? low : other.low,
                myLow ? lowIncluded : other.lowIncluded,
                myHigh ? high : other.high,
                myHigh ? highIncluded : other.highIncluded,
                both,
                neither,
                missing || other.missing);
    }

    /** True if nothing is allowed: both are asked for a value, and one for a missing value, or they have no value in common. */
    boolean isNothing() {
        return isEmptyRange() || only.filter(values -> values.stream().noneMatch(this::holds)).isPresent();
    }

    private boolean isEmptyRange() {
        return low > high || low == high && !(lowIncluded && highIncluded);
    }

    private boolean holds(Object value) {
        return !never.contains(value) && number(value).map(number -> inRange(number)).orElse(true);
    }

    private boolean inRange(double number) {
        return (number > low || number == low && lowIncluded) && (number < high || number == high && highIncluded);
    }

    /** True if every value that this allows is allowed by the other. Never guesses: where that cannot be seen, it is false. */
    boolean within(Allowed other) {
        if (missing || other.missing) {
            return missing && other.missing;
        }
        if (only.isPresent()) {
            return only.get().stream().filter(this::holds).allMatch(value ->
                    other.holds(value) && other.only.map(values -> values.contains(value)).orElse(true));
        }
        boolean lowWithin = low > other.low || low == other.low && (other.lowIncluded || !lowIncluded);
        boolean highWithin = high < other.high || high == other.high && (other.highIncluded || !highIncluded);
        return other.only.isEmpty()
                && lowWithin
                && highWithin
                && other.never.stream().allMatch(value -> never.contains(value) || !number(value).map(this::inRange).orElse(true));
    }

    /** True for a range with both ends. */
    boolean isBand() {
        return only.isEmpty() && !missing && Double.isFinite(low) && Double.isFinite(high);
    }
}
