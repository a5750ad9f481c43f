package catchment.runtime.tables;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Very many rows in little memory: each different value of a column is kept once, and a row holds its number. A row that is asked for is put together then. Rows are
 * added at the end, and never after the list has been handed over to a {@link Table}.
 */
public final class CompactRows extends AbstractList<Table.Row> {
    private static final int FIRST_CAPACITY = 64;

    private final List<Column> columns = new ArrayList<>();
    private long[] patients = new long[FIRST_CAPACITY];
    private int size;

    /** No rows yet, of so many columns. */
    public CompactRows(int columns) {
        for (int i = 0; i < columns; i++) {
            this.columns.add(new Column());
        }
    }

    @Override
    public boolean add(Table.Row row) {
        if (size == patients.length) {
            patients = Arrays.copyOf(patients, size + (size >> 1));
        }
        patients[size] = row.patientId();
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).set(size, row.values().get(i));
        }
        size++;
        return true;
    }

    @Override
    public Table.Row get(int index) {
        java.util.Objects.checkIndex(index, size);
        List<Object> values = new ArrayList<>(columns.size());
        for (Column column : columns) {
            values.add(column.values.get(column.numbers[index]));
        }
        return new Table.Row(patients[index], values);
    }

    @Override
    public int size() {
        return size;
    }

    private static final class Column {
        private final List<Object> values = new ArrayList<>();
        private final Map<Object, Integer> numberOf = new HashMap<>();
        private int[] numbers = new int[FIRST_CAPACITY];

        void set(int row, Object value) {
            if (row == numbers.length) {
                numbers = Arrays.copyOf(numbers, row + (row >> 1));
            }
            numbers[row] = numberOf.computeIfAbsent(value, _ -> {
                values.add(value);
                return values.size() - 1;
            });
        }
    }
}
