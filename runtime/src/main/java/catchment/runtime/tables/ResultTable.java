package catchment.runtime.tables;

import catchment.compiler.definition.ColumnSpecification;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * An output table in memory.
 *
 * @param name {@code dataset}, or the event table's name
 * @param columns {@code patient_id} first
 * @param rows in ascending order of {@code patient_id}; values of the Java classes that {@link catchment.compiler.model.Type} says, null where missing
 */
public record ResultTable(String name, List<ColumnSpecification> columns, List<List<Object>> rows) {
    public ResultTable {
        columns = List.copyOf(columns);
        List<List<Object>> copy = new ArrayList<>(rows.size());
        for (List<Object> row : rows) {
            copy.add(Collections.unmodifiableList(new ArrayList<>(row)));
        }
        rows = Collections.unmodifiableList(copy);
    }
}
