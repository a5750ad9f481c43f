package catchment.runtime.engine;

import catchment.compiler.model.TableSchema;
import catchment.compiler.model.Type;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.diagnostic.NearNames;
import catchment.grammar.source.Span;
import catchment.runtime.RunException;
import catchment.runtime.data.FileTable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The tables of a database as the model has them: a view of the same name before each, with whole numbers of 64 bits, no number that is not finite and no day outside
 * the years 1 to 9999.
 */
final class DuckDbViews {
    private static final String PATIENT_ID = "patient_id";

    private final Connection connection;

    DuckDbViews(Connection connection) {
        this.connection = connection;
    }

    void make(List<FileTable> tables) throws RunException {
        try {
            Map<String, Set<String>> present = present();
            for (FileTable table : tables) {
                check(table, present);
                execute(view(table));
            }
        } catch (SQLException fault) {
            throw DatabaseFault.of(fault, "its tables");
        }
    }

    private Map<String, Set<String>> present() throws SQLException {
        Map<String, Set<String>> found = new LinkedHashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(
                        "SELECT table_name, column_name FROM information_schema.columns WHERE table_catalog = current_database() AND table_schema = current_schema()");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.computeIfAbsent(rows.getString(1), _ -> new LinkedHashSet<>()).add(rows.getString(2));
            }
        }
        return found;
    }

    private static void check(FileTable table, Map<String, Set<String>> present) throws RunException {
        Set<String> columns = present.getOrDefault(table.name(), Set.of());
        if (columns.isEmpty()) {
            throw missing("the database has no table `" + table.name() + "`, which the definition uses", table.name(), present.keySet());
        }
        if (!columns.contains(PATIENT_ID)) {
            throw missing("the table `" + table.name() + "` of the database has no column `" + PATIENT_ID + "`", PATIENT_ID, columns);
        }
        for (TableSchema.Column column : table.columns()) {
            if (!columns.contains(column.name())) {
                throw missing("the table `" + table.name() + "` of the database has no column `" + column.name() + "`, which the definition uses", column.name(), columns);
            }
        }
    }

    private static RunException missing(String message, String name, Set<String> names) {
        Diagnostic diagnostic = Diagnostic.error(RunCode.DATABASE_TABLE_MISSING, Span.NONE, message);
        List<String> near = NearNames.of(name, names);
        return new RunException(near.isEmpty() ? diagnostic : diagnostic.hint("it has `" + String.join("`, `", near) + "`"));
    }

    private String view(FileTable table) throws SQLException {
        String columns = table.columns().stream()
                .map(column -> ", " + value(column) + " AS " + DuckDbNames.quoted(column.name()))
                .collect(Collectors.joining());
        return "CREATE TEMP VIEW " + DuckDbNames.quoted(table.name()) + " AS SELECT CAST(" + DuckDbNames.quoted(PATIENT_ID) + " AS BIGINT) AS "
                + DuckDbNames.quoted(PATIENT_ID) + columns + " FROM " + DuckDbNames.quoted(connection.getCatalog()) + "."
                + DuckDbNames.quoted(connection.getSchema()) + "." + DuckDbNames.quoted(table.name());
    }

    private static String value(TableSchema.Column column) {
        String cast = "CAST(" + DuckDbNames.quoted(column.name()) + " AS " + DuckDbNames.type(column.type()) + ")";
        if (column.type() == Type.FLOAT) {
            return "CASE WHEN isfinite(" + cast + ") THEN " + cast + " END";
        }
        if (column.type() == Type.DATE) {
            return "CASE WHEN " + cast + " BETWEEN DATE '0001-01-01' AND DATE '9999-12-31' THEN " + cast + " END";
        }
        return cast;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
