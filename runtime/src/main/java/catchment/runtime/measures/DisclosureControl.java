package catchment.runtime.measures;

/** What becomes of a number of patients before it is shown to anybody: up to 7 becomes 0; the rest goes to the nearest multiple of 5. */
public final class DisclosureControl {
    private static final long SMALL = 7;
    private static final long MULTIPLE = 5;

    private DisclosureControl() {}

    /**
     * The number that is shown.
     *
     * @param number not below zero
     */
    public static long shown(long number) {
        if (number < 0) {
            throw new IllegalArgumentException("below zero");
        }
        long above = number % MULTIPLE;
        return number <= SMALL ? 0 : above > MULTIPLE / 2 ? number + (MULTIPLE - above) : number - above;
    }
}
