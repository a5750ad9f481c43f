package catchment.runtime.tables;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

/** Goes through records patient by patient, the rows of each in the order of an output. */
final class RecordsInOrder implements RowStream {
    private final Table table;
    private final Iterator<Integer> next;
    private final Deque<List<Object>> ready = new ArrayDeque<>();
    private List<List<Object>> coming = new ArrayList<>();
    private List<Object> row = List.of();

    RecordsInOrder(Table table) {
        this.table = table;
        this.next = order(table);
    }

    /** The rows' numbers, patient by patient. Records often come so. */
    private static Iterator<Integer> order(Table table) {
        List<Table.Row> rows = table.rows();
        boolean ascending = IntStream.range(1, rows.size()).allMatch(i -> rows.get(i - 1).patientId() <= rows.get(i).patientId());
        IntStream all = IntStream.range(0, rows.size());
        return ascending
                ? all.iterator()
                : all.boxed().sorted(Comparator.comparingLong(i -> rows.get(i).patientId())).iterator();
    }

    @Override
    public boolean next() {
        while (ready.isEmpty()) {
            if (!next.hasNext()) {
                if (coming.isEmpty()) {
                    return false;
                }
                release();
            } else {
                take(table.rows().get(next.next()));
            }
        }
        row = ready.pop();
        return true;
    }

    private void take(Table.Row record) {
        if (!coming.isEmpty() && !coming.getFirst().getFirst().equals(record.patientId())) {
            release();
        }
        List<Object> values = new ArrayList<>(record.values().size() + 1);
        values.add(record.patientId());
        values.addAll(record.values());
        coming.add(values);
    }

    private void release() {
        coming.sort(RowOrder.BY_ALL_COLUMNS);
        ready.addAll(coming);
        coming = new ArrayList<>();
    }

    @Override
    public Object value(int column) {
        return row.get(column);
    }

    @Override
    public void close() {}
}
