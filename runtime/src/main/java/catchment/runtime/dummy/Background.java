package catchment.runtime.dummy;

import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/**
 * Records that nobody asked for, as real patients have them: they show whether a definition tells its own records from others. Each patient has them in some tables
 * only, so that between them patients differ more than if all had a little of everything.
 */
final class Background {
    private static final double IN_EVENT_TABLE = 0.6;
    private static final double IN_PATIENT_TABLE = 0.5;
    private static final int MOST_ROWS = 6;

    private final Wishes wishes;

    Background(Wishes wishes) {
        this.wishes = wishes;
    }

    /** Adds some, as long as that still holds. */
    void add(BooleanSupplier holds) {
        SplittableRandom random = wishes.random();
        for (UsedTable table : wishes.study().tables().values()) {
            if (table.oneRow()) {
                boolean fits = !table.name().equals("ons_deaths") || wishes.draft().life().dead();
                if (wishes.draft().rows(table.name()).isEmpty() && fits && random.nextDouble() < IN_PATIENT_TABLE) {
                    add(table, holds);
                }
            } else if (!table.name().equals("practice_registrations") && random.nextDouble() < IN_EVENT_TABLE) {
                int rows = 1 + random.nextInt(MOST_ROWS);
                for (int i = 0; i < rows; i++) {
                    add(table, holds);
                }
            }
        }
    }

    private void add(UsedTable table, BooleanSupplier holds) {
        wishes.attempt(() -> {
            Optional<DraftRow> row = wishes.draft().addRow(table.name());
            return row.isPresent() && holds.getAsBoolean();
        });
    }
}
