package catchment.runtime.reference;

import catchment.compiler.model.Frame;
import catchment.compiler.model.InlinePatientTable;
import catchment.compiler.model.InlineRows;
import catchment.compiler.model.PickOneRowPerPatient;
import catchment.compiler.model.SelectPatientTable;
import catchment.compiler.model.SelectTable;
import catchment.compiler.model.Filter;
import catchment.compiler.model.Sort;
import catchment.runtime.tables.Table;
import catchment.runtime.tables.Tables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Some patients and all their rows. Patients and rows of each table have numbers from 0, in ascending order of {@code patient_id}; rows of one patient keep the
 * order that they were given in. Every operation concerns one patient at a time, so batches are independent of one another.
 */
final class Batch {
    private final long[] patients;
    private final Map<Frame, Rows> rows = new IdentityHashMap<>();

    /** All rows of one table for the patients of the batch. */
    record Rows(Table table, int[] rows, int[] patients) {
        int size() {
            return rows.length;
        }

        Object value(int row, int column) {
            return table.rows().get(rows[row]).values().get(column);
        }
    }

    private Batch(long[] patients) {
        this.patients = patients;
    }

    /** Whoever has a row in any of these tables, so many at a time. */
    static List<Batch> of(Collection<? extends Frame> leaves, Tables tables, int size) {
        Map<Frame, Table> contents = new IdentityHashMap<>();
        leaves.forEach(leaf -> contents.put(leaf, contents(leaf, tables)));
        long[] universe = contents.values().stream()
                .flatMapToLong(table -> table.rows().stream().mapToLong(Table.Row::patientId))
                .sorted()
                .distinct()
                .toArray();
        List<Batch> batches = new ArrayList<>();
        for (int from = 0; from < universe.length; from += size) {
            batches.add(new Batch(Arrays.copyOfRange(universe, from, Math.min(from + size, universe.length))));
        }
        contents.forEach((leaf, table) -> spread(leaf, table, batches));
        return batches;
    }

    private static void spread(Frame leaf, Table table, List<Batch> batches) {
        Integer[] order = new Integer[table.rows().size()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, java.util.Comparator.comparingLong(row -> table.rows().get(row).patientId()));
        int next = 0;
        for (Batch batch : batches) {
            int from = next;
            long last = batch.patients[batch.patients.length - 1];
            while (next < order.length && table.rows().get(order[next]).patientId() <= last) {
                next++;
            }
            int[] rows = Arrays.stream(order, from, next).mapToInt(Integer::intValue).toArray();
            int[] owners = Arrays.stream(rows)
                    .map(row -> Arrays.binarySearch(batch.patients, table.rows().get(row).patientId()))
                    .toArray();
            batch.rows.put(leaf, new Rows(table, rows, owners));
        }
    }

    private static Table contents(Frame leaf, Tables tables) {
        return switch (leaf) {
            case SelectTable table -> tables.table(table.definition().name());
            case SelectPatientTable table -> tables.table(table.definition().name());
            case InlinePatientTable inline -> contents(inline);
            case Filter _, Sort _, PickOneRowPerPatient _ -> throw new IllegalArgumentException("not a table");
        };
    }

    private static Table contents(InlinePatientTable inline) {
        List<Table.Column> columns = inline.schema().columns().stream()
                .map(column -> new Table.Column(column.name(), column.type()))
                .toList();
        return switch (inline.rows()) {
            case InlineRows.Written written -> new Table(
                    columns,
                    written.rows().stream()
                            .map(row -> new Table.Row((Long) row.getFirst(), row.subList(1, row.size())))
                            .toList());
            case InlineRows.File file -> throw new IllegalStateException(file.path() + " was not read before the run");
        };
    }

    int patientCount() {
        return patients.length;
    }

    long patientId(int patient) {
        return patients[patient];
    }

    Rows rows(Frame leaf) {
        return rows.get(leaf);
    }
}
