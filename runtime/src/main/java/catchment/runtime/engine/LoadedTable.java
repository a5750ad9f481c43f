package catchment.runtime.engine;

import catchment.compiler.model.TableSchema;
import catchment.compiler.model.Type;
import catchment.dialects.program.SqlProgram;
import catchment.dialects.spi.Dialect;
import catchment.runtime.data.FileTable;
import catchment.runtime.tables.Table;
import java.util.ArrayList;
import java.util.List;

/** A table in memory as one that is loaded under its own name. */
public final class LoadedTable {
    private LoadedTable() {}

    /**
     * The table.
     *
     * @param wanted the columns that are loaded; one that is not in memory reads as null
     */
    public static SqlProgram.DataTable of(FileTable wanted, Table table, Dialect dialect) {
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
        return new SqlProgram.DataTable(wanted.name(), dialect.quoted(wanted.name()), columns, rows);
    }
}
