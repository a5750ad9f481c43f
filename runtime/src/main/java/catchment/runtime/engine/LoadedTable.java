package catchment.runtime.engine;

import catchment.compiler.model.TableSchema;
import catchment.compiler.model.Type;
import catchment.dialects.program.SqlProgram;
import catchment.dialects.spi.Dialect;
import catchment.dialects.spi.TableMapping;
import catchment.runtime.data.FileTable;
import catchment.runtime.tables.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A table in memory as one that is loaded under its own name. */
public final class LoadedTable {
    private LoadedTable() {}

    /**
     * The table.
     *
     * @param wanted the columns that are loaded; one that is not in memory reads as null
     */
    public static SqlProgram.DataTable of(FileTable wanted, Table table, Dialect dialect) {
        return of(wanted, table, dialect, List.of(wanted.name()));
    }

    /**
     * The table.
     *
     * @param wanted the columns that are loaded; one that is not in memory reads as null
     * @param place where to: the parts of its identifier, the outermost first, not quoted yet
     */
    static SqlProgram.DataTable of(FileTable wanted, Table table, Dialect dialect, List<String> place) {
        List<SqlProgram.Column> columns = new ArrayList<>(List.of(new SqlProgram.Column("patient_id", Type.INT)));
        wanted.columns().forEach(column -> columns.add(new SqlProgram.Column(column.name(), column.type())));
        int[] positions = wanted.columns().stream().map(TableSchema.Column::name).mapToInt(name -> table.index(name).orElse(-1)).toArray();
        List<List<Object>> rows = new ArrayList<>(table.rows().size());
        for (Table.Row row : table.rows()) {
            List<Object> values = new ArrayList<>(columns.size());
            values.add(row.patientId());
            for (int position : positions) {
                values.add(position < 0 ? null : row.values().get(position));
            }
            rows.add(values);
        }
        return new SqlProgram.DataTable(wanted.name(), place.stream().map(dialect::quoted).collect(Collectors.joining(".")), columns, rows);
    }

    /** Where its columns are, each under its own name. */
    static TableMapping.MappedTable mapped(SqlProgram.DataTable data, List<String> place) {
        return new TableMapping.MappedTable(
                place, data.columns().stream().collect(Collectors.toMap(SqlProgram.Column::name, column -> new TableMapping.MappedColumn(column.name(), column.type(), false, List.of()))));
    }
}
