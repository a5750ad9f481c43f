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
 * @param ofPatients whether each row is one of a patient, whom {@code patient_id} names; rows of another kind of table are nobody's
 */
public record FileTable(
        String name, boolean onePerPatient, List<TableSchema.Column> columns, Set<String> known, boolean columnsRequired, boolean ofPatients) {
    public FileTable {
        columns = List.copyOf(columns);
        known = Set.copyOf(known);
    }

    /** A table of patients. */
    public FileTable(String name, boolean onePerPatient, List<TableSchema.Column> columns, Set<String> known, boolean columnsRequired) {
        this(name, onePerPatient, columns, known, columnsRequired, true);
    }

    /** An output as a file holds it that was made elsewhere. */
    public static FileTable output(String name, boolean onePerPatient, List<ColumnSpecification> columns) {
        List<TableSchema.Column> wanted = columns.stream().skip(1).map(FileTable::column).toList();
        return new FileTable(name, onePerPatient, wanted, names(wanted), true);
    }

    /** An output whose rows are nobody's, as a file holds it that was made elsewhere. */
    public static FileTable summary(String name, List<ColumnSpecification> columns) {
        List<TableSchema.Column> wanted = columns.stream().map(FileTable::column).toList();
        return new FileTable(name, false, wanted, names(wanted), true, false);
    }

    private static TableSchema.Column column(ColumnSpecification column) {
        return new TableSchema.Column(
                column.name(),
                column.type(),
                column.categories().<List<Constraint>>map(values -> List.of(new Constraint.Categorical(values))).orElse(List.of()),
                List.of());
    }

    private static Set<String> names(List<TableSchema.Column> columns) {
        return columns.stream().map(TableSchema.Column::name).collect(Collectors.toSet());
    }
}
