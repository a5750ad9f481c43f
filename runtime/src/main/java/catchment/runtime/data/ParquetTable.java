package catchment.runtime.data;

import catchment.compiler.model.Type;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Position;
import catchment.grammar.source.Span;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** Reads a table from a Parquet file, with the database that is in process whatever the engine. */
final class ParquetTable {
    private final TableFile file;
    private final FileTable table;

    ParquetTable(TableFile file, FileTable table) {
        this.file = file;
        this.table = table;
    }

    List<Diagnostic> read(RowSink sink) throws IOException {
        Faults faults = new Faults();
        Properties options = new Properties();
        options.setProperty("jdbc_stream_results", "true");
        options.setProperty("threads", "1");
        options.setProperty("memory_limit", "256MB");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:", options);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM read_parquet(['" + file.path().toString().replace("'", "''") + "'])")) {
            rows(rows, faults, sink);
        } catch (SQLException broken) {
            throw new IOException("it is not a Parquet file, or broken", broken);
        }
        return faults.diagnostics(_ -> new Span(file.shown(), Position.START, Position.START));
    }

    private void rows(ResultSet result, Faults faults, RowSink sink) throws SQLException, IOException {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
            names.add(result.getMetaData().getColumnName(i));
        }
        Header header = Header.of(names, table, file.shown(), 0, faults);
        RowCheck rows = new RowCheck(table, header, faults, "row", sink);
        Object[] values = new Object[names.size()];
        long number = 0;
        while (result.next()) {
            number++;
            if (header.patientId() >= 0) {
                values[header.patientId()] = TypedValue.of(Type.INT, result.getObject(header.patientId() + 1));
            }
            for (int i = 0; i < header.columns().length; i++) {
                int field = header.columns()[i];
                if (field >= 0) {
                    values[field] = TypedValue.of(table.columns().get(i).type(), value(result.getObject(field + 1)));
                }
            }
            rows.values(number, values);
        }
    }

    private static Object value(Object value) {
        return value instanceof Timestamp time ? time.toLocalDateTime() : value;
    }
}
