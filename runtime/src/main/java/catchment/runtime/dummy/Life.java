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
 * @param busy whether one thing follows soon after another, so that there is time for many
 */
record Life(LocalDate birth, LocalDate end, boolean dead, LocalDate first, LocalDate last, boolean busy) {
    /** The same with time for many things. */
    Life madeBusy() {
        return new Life(birth, end, dead, first, last, true);
    }

    Life bornOn(LocalDate other) {
        return new Life(other, dead && end.isBefore(other) ? other : end, dead, first, last, busy);
    }

    Life diedOn(LocalDate other) {
        return new Life(birth, other, true, first, last, busy);
    }

    Life alive(LocalDate today) {
        return new Life(birth, today, false, first, last, busy);
    }
}
