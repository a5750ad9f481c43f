package catchment.runtime.tables;

import catchment.runtime.RunException;
import java.util.Iterator;
import java.util.List;

/** Rows that come one after the other and are not kept. */
public interface RowStream extends AutoCloseable {
    /**
     * Goes to the next row; false if there is none.
     *
     * @throws RunException if the rows cannot be had, or the run was stopped
     */
    boolean next() throws RunException;

    /** A value of the row, of the Java class that {@link catchment.compiler.model.Type} says; null where missing. */
    Object value(int column) throws RunException;

    @Override
    void close() throws RunException;

    /** The rows of a table in memory. */
    static RowStream of(ResultTable table) {
        Iterator<List<Object>> rows = table.rows().iterator();
        return new RowStream() {
            private List<Object> row = List.of();

            @Override
            public boolean next() {
                if (!rows.hasNext()) {
                    return false;
                }
                row = rows.next();
                return true;
            }

            @Override
            public Object value(int column) {
                return row.get(column);
            }

            @Override
            public void close() {}
        };
    }

    /** The rows of a table of records, {@code patient_id} first, in the {@link RowOrder order of an output}; only one patient's rows at a time are put in order. */
    static RowStream of(Table table) {
        return new RecordsInOrder(table);
    }
}
