package catchment.dialects.write;

import catchment.compiler.definition.DatasetDefinition;
import catchment.compiler.definition.Spans;
import catchment.compiler.plan.Plan;
import catchment.compiler.plan.Planner;
import catchment.dialects.duckdb.DuckDb;
import catchment.dialects.program.SqlProgram;
import catchment.dialects.spi.TableMapping;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Runs programs on a DuckDB in memory. */
final class Engine implements AutoCloseable {
    /** The tables of {@link Study} and a few rows. */
    static final String[] TABLES = {
        "CREATE TABLE patients (patient_id BIGINT, date_of_birth DATE, sex VARCHAR, score BIGINT, weight DOUBLE, smoker BOOLEAN)",
        "CREATE TABLE events (patient_id BIGINT, date DATE, code VARCHAR, value DOUBLE, number BIGINT, flag BOOLEAN, text VARCHAR)",
        "INSERT INTO patients VALUES (1, '1980-01-01', 'm', 9223372036854775807, 70.5, TRUE), (2, '1970-02-28', 'f', 3, 'inf', NULL),"
                + " (3, '2010-01-01', NULL, NULL, NULL, NULL)",
        "INSERT INTO events VALUES (1, '2020-01-31', '60621009', 4.5, 3, NULL, 'm'), (1, '2020-05-31', '1000001', 4.5, 4, NULL, NULL),"
                + " (2, '2019-05-31', '1000001', 4.5, 4, NULL, NULL)"
    };

    private static final DuckDb DUCKDB = new DuckDb();
    private final Connection connection;

    Engine() throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
    }

    static SqlProgram program(DatasetDefinition dataset, Spans spans) {
        return ProgramWriter.write(plan(dataset, spans), DUCKDB, TableMapping.NONE, "1");
    }

    static Plan plan(DatasetDefinition dataset, Spans spans) {
        return Planner.plan(dataset, spans, DUCKDB.capabilities());
    }

    /** Runs each statement as it is. */
    Engine run(String... statements) throws SQLException {
        for (String text : statements) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(text);
            } catch (SQLException error) {
                throw new SQLException(error.getMessage() + "\n" + text, error);
            }
        }
        return this;
    }

    /** The rows of the first result, each joined by bars, null as an empty text. */
    List<String> rows(DatasetDefinition dataset, Spans spans) throws SQLException {
        return rows(program(dataset, spans), 0);
    }

    List<String> rows(SqlProgram program, int result) throws SQLException {
        for (SqlProgram.DataTable data : program.data()) {
            load(data);
        }
        for (SqlProgram.Statement statement : program.setup()) {
            run(statement.sql());
        }
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(program.results().get(result).query().sql())) {
            int width = found.getMetaData().getColumnCount();
            while (found.next()) {
                StringBuilder row = new StringBuilder();
                for (int i = 1; i <= width; i++) {
                    String value = found.getString(i);
                    row.append(i > 1 ? "|" : "").append(value == null ? "" : value);
                }
                rows.add(row.toString());
            }
        }
        for (SqlProgram.Statement statement : program.cleanup()) {
            run(statement.sql());
        }
        return rows;
    }

    /** The temporary tables that are there. */
    List<String> temporaryTables() throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet names = statement.executeQuery("SELECT table_name FROM duckdb_tables() WHERE temporary")) {
            while (names.next()) {
                found.add(names.getString(1));
            }
        }
        return found;
    }

    private void load(SqlProgram.DataTable data) throws SQLException {
        run(DUCKDB.createData(data));
        String holes = ", ?".repeat(data.columns().size()).substring(2);
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO " + data.place() + " VALUES (" + holes + ")")) {
            for (List<Object> row : data.rows()) {
                for (int i = 0; i < row.size(); i++) {
                    insert.setObject(i + 1, row.get(i));
                }
                insert.addBatch();
            }
            if (!data.rows().isEmpty()) {
                insert.executeBatch();
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
