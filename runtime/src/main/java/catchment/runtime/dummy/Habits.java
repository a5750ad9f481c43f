package catchment.runtime.dummy;

import catchment.compiler.model.Type;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * How records usually look where nothing is wished: a patient is registered from birth, is as old as people are, and has a death date if dead. Table and column
 * names are those of the standard tables; others have no such habits.
 */
final class Habits {
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    private static final int LONGEST_LIFE_YEARS = 105;
    private static final double DEAD = 0.12;

    private Habits() {}

    /** A life to begin with. */
    static Life life(LocalDate today, LocalDate last, SplittableRandom random) {
        long oldest = LONGEST_LIFE_YEARS * 365L;
        LocalDate birth = today.minusDays(1 + random.nextLong(oldest)).withDayOfMonth(1);
        Life life = new Life(birth, today, false, FIRST_DAY, last, false);
        return random.nextDouble() < DEAD ? life.diedOn(birth.plusDays(random.nextLong(today.toEpochDay() - birth.toEpochDay() + 1))) : life;
    }

    /** Rows that nearly everybody has. Called before anything is wished, so wishes narrow these rows. */
    static void begin(Draft draft, Map<String, UsedTable> tables) {
        if (tables.containsKey("patients")) {
            draft.addRow("patients");
        }
        if (tables.containsKey("practice_registrations") && draft.random().nextDouble() < 0.95) {
            draft.addRow("practice_registrations");
        }
        if (tables.containsKey("ons_deaths") && tables.get("ons_deaths").oneRow() && draft.life().dead()) {
            draft.addRow("ons_deaths");
        }
    }

    /** A value for a column, from the patient's life where it tells one. */
    static Optional<Drawing.Drawn> draw(
            UsedTable table, UsedColumn column, Wanted wanted, Life life, double missingChance, SplittableRandom random) {
        if (column.type() == Type.DATE && wanted.present()) {
            Optional<LocalDate> told = told(table.name(), column, life, random).filter(wanted::accepts);
            if (told.isPresent()) {
                return Optional.of(new Drawing.Drawn(told.get()));
            }
        }
        if (isDeath(table.name(), column.name()) && wanted.missing() && !life.dead()) {
            return Optional.of(new Drawing.Drawn(null));
        }
        return Drawing.draw(column, wanted, life, missingChance, random);
    }

    private static Optional<LocalDate> told(String table, UsedColumn column, Life life, SplittableRandom random) {
        if (isBirth(table, column.name())) {
            return Optional.of(life.birth());
        }
        if (isDeath(table, column.name())) {
            return life.dead() ? Optional.of(life.end()) : Optional.empty();
        }
        boolean registration = table.equals("practice_registrations") && column.name().equals("start_date")
                || table.equals("patients") && column.name().equals("registration_start_date");
        return registration && random.nextDouble() < 0.6 ? Optional.of(life.birth()) : Optional.empty();
    }

    private static boolean isBirth(String table, String column) {
        return table.equals("patients") && column.equals("date_of_birth");
    }

    private static boolean isDeath(String table, String column) {
        return table.equals("patients") && column.equals("date_of_death") || table.equals("ons_deaths") && column.equals("date");
    }

    /** The life that a value tells of. */
    static Life lifeAfter(DraftRow row, int column, Object value, Life life, LocalDate today) {
        String name = row.table().columns().get(column).name();
        if (value instanceof LocalDate date && isBirth(row.table().name(), name)) {
            return life.bornOn(date);
        }
        if (isDeath(row.table().name(), name)) {
            return value instanceof LocalDate date ? life.diedOn(date) : row.table().name().equals("patients") ? life.alive(today) : life;
        }
        return life;
    }

    /** How often a value is missing that may be. */
    static double missingChance(UsedTable table, UsedColumn column, Life life) {
        if (isDeath(table.name(), column.name())) {
            return life.dead() ? 0.0 : 1.0;
        }
        List<String> ends = List.of("end_date", "registration_end_date", "discharge_date");
        return ends.contains(column.name()) ? 0.4 : column.type() == Type.DATE ? 0.02 : column.type().isCode() ? 0.01 : 0.08;
    }
}
