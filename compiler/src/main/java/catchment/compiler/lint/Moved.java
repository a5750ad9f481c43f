package catchment.compiler.lint;

import catchment.compiler.model.Function;
import catchment.compiler.model.Operator;
import catchment.compiler.model.Series;
import catchment.compiler.model.Value;
import java.time.LocalDate;

/**
 * A date as another one, moved by days, months and years that are known.
 *
 * @param base the date that it starts from, or {@link #FIXED} for a date that is written out
 * @param least the fewest days from there
 * @param most the most days from there: a month has 28 to 31
 */
record Moved(Object base, long least, long most) {
    /** The base of dates that are written out: the first of 1970. */
    static final Object FIXED = "fixed";

    private static final int MOST_STEPS = 50;

    static Moved of(Series date) {
        Series at = date;
        long least = 0;
        long most = 0;
        for (int i = 0; i < MOST_STEPS && at instanceof Function function && function.arguments().size() == 2; i++) {
            if (!(function.arguments().getLast() instanceof Value value) || !(value.value() instanceof Long amount) || Math.abs(amount) > 100_000) {
                break;
            }
            int shortest;
            int longest;
            if (function.operator() == Operator.DATE_ADD_DAYS) {
                shortest = longest = 1;
            } else if (function.operator() == Operator.DATE_ADD_MONTHS) {
                shortest = 28;
                longest = 31;
            } else if (function.operator() == Operator.DATE_ADD_YEARS) {
                shortest = 365;
                longest = 366;
            } else {
                break;
            }
            least += amount * (amount < 0 ? longest : shortest);
            most += amount * (amount < 0 ? shortest : longest);
            at = function.arguments().getFirst();
        }
        if (at instanceof Value value && value.value() instanceof LocalDate fixed) {
            return new Moved(FIXED, least + fixed.toEpochDay(), most + fixed.toEpochDay());
        }
        return new Moved(Rows.subject(at), least, most);
    }

    /** True if this is certainly later than the other. */
    boolean isAfter(Moved other) {
        return base.equals(other.base) && least > other.most;
    }

    /** True if this is certainly not earlier than the other. */
    boolean isNotBefore(Moved other) {
        return base.equals(other.base) && least >= other.most;
    }
}
