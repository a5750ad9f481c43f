package catchment.runtime.dummy;

import catchment.compiler.meaning.Dates;
import catchment.compiler.model.Operator;
import catchment.compiler.model.Type;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Bounds within which an operand gives a result within bounds: {@code 2020-01-01 − x} of 18 to 30 years needs an {@code x} from 1989 to 2002. They may be wider than
 * needed and only make a good draw likely; where nothing is known they are none.
 */
final class Inverse {
    private static final Wanted UNBOUNDED = Wanted.between(Optional.empty(), Optional.empty());

    private Inverse() {}

    static Wanted ofSingle(Operator operator, Wanted result, Type type) {
        return switch (operator) {
            case NEGATE -> numbers(result, type, true, value -> -value);
            case ABSOLUTE -> Wanted.between(result.greatest().map(most -> number(-decimal(most), type)), result.greatest());
            case CAST_TO_INT -> type == Type.FLOAT ? widened(numbers(result, type, false, value -> value), 1) : type == Type.INT ? result : UNBOUNDED;
            case CAST_TO_FLOAT -> type == Type.INT ? whole(result) : result;
            case YEAR_FROM_DATE -> Wanted.between(
                    result.least().flatMap(year -> year((Long) year, 1)), result.greatest().flatMap(year -> year((Long) year + 1, 1)));
            case TO_FIRST_OF_YEAR -> Wanted.between(result.least(), result.greatest().map(date -> ((LocalDate) date).plusYears(1)));
            case TO_FIRST_OF_MONTH -> Wanted.between(result.least(), result.greatest().map(date -> ((LocalDate) date).plusMonths(1)));
            case Operator other -> UNBOUNDED;
        };
    }

    private static Optional<Object> year(long year, int month) {
        return year < 1 || year > 9999 ? Optional.empty() : Optional.of(LocalDate.of((int) year, month, 1));
    }

    static Wanted ofPair(Operator operator, boolean leftIsFree, Object other, Wanted result, Type type) {
        return switch (operator) {
            case ADD -> numbers(result, type, false, value -> value - decimal(other));
            case SUBTRACT -> leftIsFree
                    ? numbers(result, type, false, value -> value + decimal(other))
                    : numbers(result, type, true, value -> decimal(other) - value);
            case MULTIPLY -> decimal(other) == 0
                    ? UNBOUNDED
                    : numbers(result, type, decimal(other) < 0, value -> value / decimal(other));
            case TRUE_DIVIDE -> leftIsFree ? numbers(result, type, decimal(other) < 0, value -> value * decimal(other)) : UNBOUNDED;
            case FLOOR_DIVIDE -> leftIsFree
                    ? widened(numbers(result, type, decimal(other) < 0, value -> value * decimal(other)), Math.abs(decimal(other)))
                    : UNBOUNDED;
            case DATE_ADD_DAYS, DATE_ADD_MONTHS, DATE_ADD_YEARS -> leftIsFree
                    ? dates(result, -(Long) other, -(Long) other, operator)
                    : steps(result, (LocalDate) other, operator);
            case DATE_DIFFERENCE_IN_DAYS, DATE_DIFFERENCE_IN_MONTHS, DATE_DIFFERENCE_IN_YEARS -> difference(result, (LocalDate) other, leftIsFree, operator);
            case Operator unknown -> UNBOUNDED;
        };
    }

    private static Wanted difference(Wanted result, LocalDate other, boolean leftIsFree, Operator operator) {
        int sign = leftIsFree ? 1 : -1;
        Optional<Object> near = result.least().flatMap(least -> moved(other, sign * (Long) least, operator));
        Optional<Object> far = result.greatest().flatMap(most -> moved(other, sign * ((Long) most + 1), operator));
        return leftIsFree ? Wanted.between(near, far) : Wanted.between(far, near);
    }

    private static Wanted dates(Wanted result, long atLeast, long atMost, Operator operator) {
        return Wanted.between(
                result.least().flatMap(date -> moved(((LocalDate) date).minusDays(3), atLeast, operator)),
                result.greatest().flatMap(date -> moved(((LocalDate) date).plusDays(3), atMost, operator)));
    }

    private static Wanted steps(Wanted result, LocalDate from, Operator operator) {
        return Wanted.between(
                result.least().map(date -> distance((LocalDate) date, from, operator) - 1),
                result.greatest().map(date -> distance((LocalDate) date, from, operator) + 1));
    }

    private static long distance(LocalDate end, LocalDate start, Operator operator) {
        return switch (operator) {
            case DATE_ADD_MONTHS -> Dates.months(end, start);
            case DATE_ADD_YEARS -> Dates.years(end, start);
            case Operator days -> Dates.days(end, start);
        };
    }

    private static Optional<Object> moved(LocalDate date, long by, Operator operator) {
        return Optional.ofNullable(switch (operator) {
            case DATE_ADD_MONTHS, DATE_DIFFERENCE_IN_MONTHS -> Dates.addMonths(date, by);
            case DATE_ADD_YEARS, DATE_DIFFERENCE_IN_YEARS -> Dates.addYears(date, by);
            case Operator days -> Dates.addDays(date, by);
        });
    }

    private static Wanted numbers(Wanted result, Type type, boolean turned, UnaryOperator<Double> inverse) {
        Optional<Object> least = (turned ? result.greatest() : result.least()).map(value -> number(inverse.apply(decimal(value)), type));
        Optional<Object> greatest = (turned ? result.least() : result.greatest()).map(value -> number(inverse.apply(decimal(value)), type));
        return type == Type.INT ? widened(Wanted.between(least, greatest), 1) : Wanted.between(least, greatest);
    }

    /** Rounding must not cut off a value that fits; the exact test is made elsewhere. */
    private static Wanted widened(Wanted wanted, double by) {
        return Wanted.between(wanted.least().map(value -> moved(value, -by)), wanted.greatest().map(value -> moved(value, by)));
    }

    private static Object moved(Object value, double by) {
        return value instanceof Long whole ? (Object) (long) (whole + by) : (Object) ((Double) value + by);
    }

    private static double decimal(Object value) {
        return value instanceof Long whole ? whole : (Double) value;
    }

    private static Object number(double value, Type type) {
        return type == Type.INT ? (Object) Math.round(value) : (Object) value;
    }

    /** Bounds of decimal numbers as bounds of whole numbers. */
    static Wanted whole(Wanted wanted) {
        return Wanted.between(
                wanted.least().map(value -> (long) Math.ceil(decimal(value))), wanted.greatest().map(value -> (long) Math.floor(decimal(value))));
    }
}
