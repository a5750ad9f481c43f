package catchment.runtime.engine;

import catchment.compiler.model.TableSchema;
import catchment.compiler.model.Type;
import catchment.dialects.spi.JdbcAccess;
import catchment.dialects.spi.TableMapping;
import catchment.dialects.spi.TableMapping.MappedColumn;
import catchment.dialects.spi.TableMapping.MappedTable;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.diagnostic.NearNames;
import catchment.grammar.source.Span;
import catchment.runtime.RunException;
import catchment.runtime.data.FileTable;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** The tables of a database without a backend: each is read under its own name, in the schema of the connection, with the columns' own names. */
final class DatabaseTables {
    private static final String PATIENT_ID = "patient_id";

    /** A column as the database describes it. */
    private record Found(String name, int jdbcType) {}

    private final Connection connection;
    private final JdbcAccess access;

    DatabaseTables(Connection connection, JdbcAccess access) {
        this.connection = connection;
        this.access = access;
    }

    /**
     * Where the tables are.
     *
     * @param wanted the tables, with the columns that are read
     * @param told takes each table and column that is not there
     * @throws SQLException if the database does not say what it holds
     */
    TableMapping mapping(List<FileTable> wanted, Consumer<Diagnostic> told) throws SQLException {
        Map<String, MappedTable> tables = new HashMap<>();
        for (FileTable table : wanted) {
            Map<String, Found> found = columns(table.name());
            if (found.isEmpty()) {
                told.accept(missing("the database has no table `" + table.name() + "`, which the definition uses", table.name(), tableNames()));
                continue;
            }
            Map<String, MappedColumn> columns = new HashMap<>();
            column(PATIENT_ID, Type.INT, table, found, columns, told);
            for (TableSchema.Column column : table.columns()) {
                column(column.name(), column.type(), table, found, columns, told);
            }
            tables.put(table.name(), new MappedTable(List.of(table.name()), columns));
        }
        return new TableMapping(tables);
    }

    private void column(
            String name, Type type, FileTable table, Map<String, Found> found, Map<String, MappedColumn> columns, Consumer<Diagnostic> told) {
        Found column = found.get(name);
        if (column == null) {
            told.accept(missing("the table `" + table.name() + "` of the database has no column `" + name + "`, which the definition uses", name, found.keySet()));
        } else {
            columns.put(name, new MappedColumn(column.name(), type, access.needsCast(column.jdbcType(), type), List.of()));
        }
    }

    private Map<String, Found> columns(String table) throws SQLException {
        DatabaseMetaData description = connection.getMetaData();
        Map<String, Found> found = new LinkedHashMap<>();
        try (ResultSet columns = description.getColumns(connection.getCatalog(), connection.getSchema(), escaped(table, description), "%")) {
            while (columns.next()) {
                String name = columns.getString("COLUMN_NAME");
                found.put(name, new Found(name, columns.getInt("DATA_TYPE")));
            }
        }
        return found;
    }

    private Set<String> tableNames() throws SQLException {
        Set<String> names = new TreeSet<>();
        try (ResultSet tables = connection.getMetaData().getTables(connection.getCatalog(), connection.getSchema(), "%", null)) {
            while (tables.next()) {
                names.add(tables.getString("TABLE_NAME"));
            }
        }
        return names;
    }

    /** A name is a pattern to the driver, in which {@code _} stands for any character. */
    private static String escaped(String name, DatabaseMetaData description) throws SQLException {
        String escape = description.getSearchStringEscape();
        return name.replace(escape, escape + escape).replace("_", escape + "_").replace("%", escape + "%");
    }

    private static Diagnostic missing(String message, String name, Set<String> names) {
        Diagnostic diagnostic = Diagnostic.error(RunCode.DATABASE_TABLE_MISSING, Span.NONE, message);
        List<String> near = new ArrayList<>(NearNames.of(name, names));
        return near.isEmpty() ? diagnostic : diagnostic.hint("it has `" + String.join("`, `", near) + "`");
    }
}
