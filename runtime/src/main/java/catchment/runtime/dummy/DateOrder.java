package catchment.runtime.dummy;

import catchment.compiler.meaning.Comparison;
import java.util.List;

/** Brings dates of a row into the order that the schema says: an end not before its start. */
final class DateOrder {
    private DateOrder() {}

    /** False if the wishes for the row leave no such order. */
    static boolean settle(Draft draft, DraftRow row) {
        List<UsedColumn> columns = row.table().columns();
        for (int round = 0; round < 3; round++) {
            boolean settled = true;
            for (int later = 0; later < columns.size(); later++) {
                for (String name : columns.get(later).after()) {
                    int earlier = row.table().index(name);
                    if (wrong(row, earlier, later)) {
                        settled = false;
                        if (!mend(draft, row, earlier, later)) {
                            return false;
                        }
                    }
                }
            }
            if (settled) {
                return true;
            }
        }
        return columns.stream().noneMatch(column -> column.after().stream()
                .anyMatch(name -> wrong(row, row.table().index(name), columns.indexOf(column))));
    }

    private static boolean wrong(DraftRow row, int earlier, int later) {
        Object start = row.value(earlier);
        Object end = row.value(later);
        return start != null && end != null && Comparison.compare(end, start) < 0;
    }

    private static boolean mend(Draft draft, DraftRow row, int earlier, int later) {
        return draft.redraw(row, later, row.wish(later).and(Wanted.atLeast(row.value(earlier)).orMissing()), 0.1)
                || draft.redraw(row, earlier, row.wish(earlier).and(Wanted.atMost(row.value(later)).orMissing()), 0.1);
    }
}
