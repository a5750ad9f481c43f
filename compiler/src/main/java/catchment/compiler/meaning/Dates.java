package catchment.compiler.meaning;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/** Arithmetic of days in the calendar of today, carried back to the year 1; null where the result is outside the years 1 to 9999. */
public final class Dates {
    /** The first day there is. */
    public static final LocalDate FIRST = LocalDate.of(1, 1, 1);

    /** The last day there is. */
    public static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private Dates() {}

    /** The date so many days later, or null. */
    public static LocalDate addDays(LocalDate date, long days) {
        long first = ChronoUnit.DAYS.between(date, FIRST);
        long last = ChronoUnit.DAYS.between(date, LAST);
        return days < first || days > last ? null : date.plusDays(days);
    }

    /** The same day so many months later, or null; where that month has no such day, the first of the month after it. */
    public static LocalDate addMonths(LocalDate date, long months) {
        long first = -(months(date, FIRST) + 1);
        long last = months(LAST, date);
        if (months < first || months > last) {
            return null;
        }
        YearMonth target = YearMonth.from(date).plusMonths(months);
        if (target.getYear() < FIRST.getYear() || target.getYear() > LAST.getYear()) {
            return null;
        }
        return target.isValidDay(date.getDayOfMonth()) ? target.atDay(date.getDayOfMonth()) : target.plusMonths(1).atDay(1);
    }

    /** The same day so many years later, or null; 29 February is 1 March in a common year. */
    public static LocalDate addYears(LocalDate date, long years) {
        return years < -LAST.getYear() || years > LAST.getYear() ? null : addMonths(date, years * 12);
    }

    /** Days from {@code start} to {@code end}; negative if it comes before. */
    public static long days(LocalDate end, LocalDate start) {
        return ChronoUnit.DAYS.between(start, end);
    }

    /** Whole months from {@code start} to {@code end}, towards minus infinity. */
    public static long months(LocalDate end, LocalDate start) {
        long months = (end.getYear() - start.getYear()) * 12L + end.getMonthValue() - start.getMonthValue();
        return end.getDayOfMonth() < start.getDayOfMonth() ? months - 1 : months;
    }

    /** Whole years from {@code start} to {@code end}, towards minus infinity; somebody born on 29 February is a year older on 1 March of a common year. */
    public static long years(LocalDate end, LocalDate start) {
        long years = end.getYear() - start.getYear();
        boolean before = end.getMonthValue() < start.getMonthValue()
                || (end.getMonthValue() == start.getMonthValue() && end.getDayOfMonth() < start.getDayOfMonth());
        return before ? years - 1 : years;
    }
}
