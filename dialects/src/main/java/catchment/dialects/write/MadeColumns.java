package catchment.dialects.write;

import catchment.compiler.model.Type;
import catchment.dialects.program.SqlProgram;
import catchment.dialects.spi.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Columns with one text each that a database wants in every table that is made in it. */
final class MadeColumns {
    private final Dialect dialect;
    private final TreeMap<String, String> columns;

    MadeColumns(Dialect dialect, Map<String, String> columns) {
        this.dialect = dialect;
        this.columns = new TreeMap<>(columns);
    }

    /**
     * The query, with the columns behind its own.
     *
     * @param own the names of its columns
     */
    String added(String query, List<String> own) {
        if (columns.isEmpty()) {
            return query;
        }
        String all = Stream.concat(
                        own.stream().map(dialect::quoted),
                        columns.entrySet().stream().map(column -> "CAST(" + dialect.literal(column.getValue(), Type.STR) + " AS " + dialect.columnType(Type.STR) + ") AS "
                                + dialect.quoted(column.getKey())))
                .collect(Collectors.joining(",\n  "));
        return "SELECT\n  " + all + "\nFROM (\n" + query + "\n) AS " + dialect.quoted("own");
    }

    /** The data, with the columns behind its own. */
    SqlProgram.DataTable added(SqlProgram.DataTable data) {
        if (columns.isEmpty()) {
            return data;
        }
        List<SqlProgram.Column> all = new ArrayList<>(data.columns());
        columns.keySet().forEach(name -> all.add(new SqlProgram.Column(name, Type.STR)));
        List<List<Object>> rows = new ArrayList<>(data.rows().size());
        for (List<Object> row : data.rows()) {
            List<Object> whole = new ArrayList<>(row);
            whole.addAll(columns.values());
            rows.add(whole);
        }
        return new SqlProgram.DataTable(data.name(), data.place(), all, rows);
    }
}
