package catchment.runtime.dummy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** A row of a draft: for each column a value and all that was wished for it, which the value meets. Changed only by its {@link Draft}. */
final class DraftRow {
    /** Stands for "no row", where a series has one value for the patient. */
    static final DraftRow NONE = new DraftRow(new UsedTable("", true, List.of()));

    private final UsedTable table;
    private final Object[] values;
    private final Wanted[] wishes;

    DraftRow(UsedTable table) {
        this.table = table;
        this.values = new Object[table.columns().size()];
        this.wishes = table.columns().stream().map(UsedColumn::lawful).toArray(Wanted[]::new);
    }

    UsedTable table() {
        return table;
    }

    Object value(int column) {
        return values[column];
    }

    void value(int column, Object value) {
        values[column] = value;
    }

    Wanted wish(int column) {
        return wishes[column];
    }

    void wish(int column, Wanted wanted) {
        wishes[column] = wanted;
    }

    /** A copy of the values, null where missing. */
    List<Object> values() {
        return Collections.unmodifiableList(new ArrayList<>(Arrays.asList(values)));
    }
}
