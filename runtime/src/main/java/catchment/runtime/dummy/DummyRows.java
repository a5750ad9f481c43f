package catchment.runtime.dummy;

import catchment.runtime.tables.Table;
import java.util.List;

/** Takes dummy data as it is made, a batch of patients at a time; memory need not hold all of it. */
public interface DummyRows {
    /**
     * What tables there will be; called once, before any rows.
     *
     * @param tables in alphabetical order, each with the columns that are used, in order of the schema; a table of which only the rows count has none
     */
    void begin(List<DummyTable> tables);

    /**
     * Rows of one table for a batch of patients, in ascending order of {@code patient_id}. A patient's rows of a table never come in two batches.
     *
     * @param table its name
     */
    void rows(String table, List<Table.Row> rows);

    /**
     * A table of dummy data.
     *
     * @param name what the model calls it
     * @param columns without {@code patient_id}
     */
    record DummyTable(String name, List<Table.Column> columns) {
        public DummyTable {
            columns = List.copyOf(columns);
        }
    }
}
