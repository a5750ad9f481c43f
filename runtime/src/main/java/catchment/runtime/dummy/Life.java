package catchment.runtime.dummy;

import java.time.LocalDate;

/**
 * From when to when things happen to a patient; a habit of dummy data, not a law: a wish for another date comes first.
 *
 * @param birth the day of birth
 * @param end the day of death, or today
 * @param dead whether it is death that ends it
 * @param first the first day that any date of dummy data may be
 * @param last the last one
 */
record Life(LocalDate birth, LocalDate end, boolean dead, LocalDate first, LocalDate last) {
    Life bornOn(LocalDate other) {
        return new Life(other, dead && end.isBefore(other) ? other : end, dead, first, last);
    }

    Life diedOn(LocalDate other) {
        return new Life(birth, other, true, first, last);
    }

    Life alive(LocalDate today) {
        return new Life(birth, today, false, first, last);
    }
}
