package catchment.runtime.data;

import catchment.compiler.definition.ColumnSpecification;
import catchment.compiler.model.Constraint;
import catchment.compiler.model.TableSchema;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a data file should hold.
 *
 * @param name the table
 * @param onePerPatient whether a patient may have only one row
 * @param columns the columns that are wanted, without {@code patient_id}
 * @param known the names of all columns that such a table may have
 * @param columnsRequired whether a column that is not there is an error, or reads as null
 */
public record FileTable(
        String name, boolean onePerPatient, List<TableSchema.Column> columns, Set<String> known, boolean columnsRequired) {
    public FileTable {
        columns = List.copyOf(columns);
        known = Set.copyOf(known);
    }

    /** An output as a file holds it that was made elsewhere. */
    public static FileTable output(String name, boolean onePerPatient, List<ColumnSpecification> columns) {
        List<TableSchema.Column> wanted = columns.stream()
                .skip(1)
                .map(column -> new TableSchema.Column(
                        column.name(),
                        column.type(),
                        column.categories().<List<Constraint>>map(values -> List.of(new Constraint.Categorical(values))).orElse(List.of()),
                        List.of()))
                .toList();
        return new FileTable(
                name, onePerPatient, wanted, wanted.stream().map(TableSchema.Column::name).collect(Collectors.toSet()), true);
    }
}
