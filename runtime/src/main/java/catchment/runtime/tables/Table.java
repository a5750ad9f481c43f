package catchment.runtime.tables;

import catchment.compiler.model.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;

/**
 * A table of records.
 *
 * @param columns without {@code patient_id}
 * @param rows in any order
 */
public record Table(List<Column> columns, List<Row> rows) {
    public Table {
        columns = List.copyOf(columns);
        rows = rows instanceof CompactRows ? rows : List.copyOf(rows);
    }

    /** A column: what it is called and what its values are. */
    public record Column(String name, Type type) {}

    /**
     * A row.
     *
     * @param patientId whose
     * @param values one for each column, of the Java class that {@link Type} says; null where missing
     */
    public record Row(long patientId, List<Object> values) {
        public Row {
            values = Collections.unmodifiableList(new ArrayList<>(values));
        }
    }

    /** Where the column of that name is; empty if the table has none, which reads as null throughout. */
    public OptionalInt index(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(column)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }
}
