package catchment.runtime.dummy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** One patient in the making. Every change is remembered and can be taken back, so that a wish that leads nowhere leaves no trace. */
final class Draft {
    private final long patientId;
    private final Aim aim;
    private final SplittableRandom random;
    private final Map<String, UsedTable> tables;
    private final Map<String, List<DraftRow>> rows = new HashMap<>();
    private final List<Runnable> undo = new ArrayList<>();
    private final LocalDate today;
    private Life life;
    private long version;

    Draft(long patientId, Aim aim, Map<String, UsedTable> tables, Life life, LocalDate today, SplittableRandom random) {
        this.patientId = patientId;
        this.aim = aim;
        this.tables = tables;
        this.life = life;
        this.today = today;
        this.random = random;
        tables.keySet().forEach(table -> rows.put(table, new ArrayList<>()));
    }

    long patientId() {
        return patientId;
    }

    /** What the patient is made for. */
    Aim aim() {
        return aim;
    }

    SplittableRandom random() {
        return random;
    }

    Life life() {
        return life;
    }

    /** Changes whenever a value does. */
    long version() {
        return version;
    }

    UsedTable table(String name) {
        return tables.get(name);
    }

    /** The rows of a table; they must not be changed by the caller. */
    List<DraftRow> rows(String table) {
        return rows.get(table);
    }

    /** A place in the history, to come back to. */
    int mark() {
        return undo.size();
    }

    /** Takes back all that was done since. */
    void rollback(int mark) {
        while (undo.size() > mark) {
            undo.removeLast().run();
            version++;
        }
    }

    /** A new row, with values as they usually are. Empty if the constraints contradict each other. */
    Optional<DraftRow> addRow(String name) {
        return addRow(name, Map.of());
    }

    /**
     * A new row somewhere.
     *
     * @param places where its columns should be at first; no wishes, only a beginning
     */
    Optional<DraftRow> addRow(String name, Map<String, Wanted> places) {
        UsedTable table = tables.get(name);
        DraftRow row = new DraftRow(table);
        int mark = mark();
        rows.get(name).add(row);
        undo.add(() -> rows.get(name).removeLast());
        version++;
        for (int i = 0; i < table.columns().size(); i++) {
            Optional<Wanted> place = Optional.ofNullable(places.get(table.columns().get(i).name()));
            int column = i;
            if (place.filter(within -> redraw(row, column, row.wish(column).and(within), 0.0)).isEmpty()
                    && !redraw(row, i, row.wish(i), Habits.missingChance(table, table.columns().get(i), life))) {
                rollback(mark);
                return Optional.empty();
            }
        }
        if (!DateOrder.settle(this, row)) {
            rollback(mark);
            return Optional.empty();
        }
        return Optional.of(row);
    }

    /** Takes a row away, unless that was done already. */
    void removeRow(DraftRow row) {
        List<DraftRow> all = rows.get(row.table().name());
        int index = all.indexOf(row);
        if (index < 0) {
            return;
        }
        all.remove(index);
        undo.add(() -> all.add(index, row));
        version++;
    }

    /** Adds a wish for a value of a row, and draws it again if it no longer fits. False, with nothing changed, if no value would. */
    boolean narrow(DraftRow row, int column, Wanted wanted) {
        Wanted before = row.wish(column);
        Wanted both = before.and(wanted);
        int mark = mark();
        row.wish(column, both);
        undo.add(() -> row.wish(column, before));
        if (both.accepts(row.value(column))) {
            return true;
        }
        if (redraw(row, column, both, 0.0) && DateOrder.settle(this, row)) {
            return true;
        }
        rollback(mark);
        return false;
    }

    /** Draws a value anew within these bounds, without making them a wish. */
    boolean redraw(DraftRow row, int column, Wanted wanted, double missingChance) {
        UsedTable table = row.table();
        Optional<Drawing.Drawn> drawn = Habits.draw(table, table.columns().get(column), wanted, life, missingChance, random);
        drawn.ifPresent(one -> set(row, column, one.value()));
        return drawn.isPresent();
    }

    private void set(DraftRow row, int column, Object value) {
        Object before = row.value(column);
        Life lifeBefore = life;
        row.value(column, value);
        life = Habits.lifeAfter(row, column, value, life, today);
        version++;
        undo.add(() -> {
            row.value(column, before);
            life = lifeBefore;
        });
    }
}
