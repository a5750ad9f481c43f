package catchment.spec.mssql;

import catchment.compiler.definition.DatasetDefinition;
import catchment.compiler.definition.MeasuresDefinition;
import catchment.compiler.definition.Spans;
import catchment.compiler.model.Type;
import catchment.dialects.mssql.SqlServer;
import catchment.dialects.program.SqlProgram;
import catchment.dialects.write.Programs;
import catchment.runtime.tables.Table;
import catchment.runtime.tables.Tables;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A DuckDB with T-SQL's functions that runs what is written for SQL Server. */
public final class TSqlDatabase implements AutoCloseable {
    private static final SqlServer SERVER = new SqlServer();
    private static final TSqlOnDuckDb HERE = new TSqlOnDuckDb();

    private final Connection connection;
    private final List<String> loaded = new ArrayList<>();

    /** A database without tables. */
    public TSqlDatabase() throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
        for (String statement : TSqlFunctions.SETTINGS) {
            execute(statement);
        }
        for (String statement : TSqlFunctions.MACROS) {
            execute(statement);
        }
    }

    /** The program of a dataset; what would be sent to a server is written too, and so checked. */
    public static SqlProgram program(DatasetDefinition dataset, Spans spans) {
        Programs.of(dataset, spans, SERVER);
        return Programs.of(dataset, spans, HERE);
    }

    /** The program of measures; what would be sent to a server is written too, and so checked. */
    public static SqlProgram program(MeasuresDefinition measures, Spans spans) {
        Programs.of(measures, spans, SERVER);
        return Programs.of(measures, spans, HERE);
    }

    /** Makes and fills a table, whose true and false are numbers as a BIT is. */
    private void load(String name, Table table) throws SQLException {
        List<SqlProgram.Column> columns = new ArrayList<>(List.of(new SqlProgram.Column("patient_id", Type.INT)));
        table.columns().forEach(column -> columns.add(new SqlProgram.Column(column.name(), column.type())));
        List<List<Object>> rows = new ArrayList<>();
        for (Table.Row row : table.rows()) {
            List<Object> values = new ArrayList<>(List.of(row.patientId()));
            values.addAll(row.values());
            rows.add(values);
        }
        load(new SqlProgram.DataTable(name, SERVER.quoted(name), columns, rows), SERVER.createTable("CREATE TABLE", new SqlProgram.DataTable(name, SERVER.quoted(name), columns, List.of())));
    }

    /** Makes and fills all of them, in place of those that were there. */
    public void load(Tables tables) throws SQLException {
        for (String name : loaded) {
            execute(TSqlWords.translated("DROP TABLE " + SERVER.quoted(name)));
        }
        loaded.clear();
        loaded.addAll(tables.byName().keySet());
        for (String name : tables.byName().keySet()) {
            load(name, tables.table(name));
        }
    }

    private void load(SqlProgram.DataTable data, String create) throws SQLException {
        translate(create);
        if (data.rows().isEmpty()) {
            return;
        }
        String holes = ", ?".repeat(data.columns().size()).substring(2);
        String insert = TSqlWords.translated("INSERT INTO " + data.place() + " VALUES (" + holes + ")");
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            for (List<Object> row : data.rows()) {
                for (int i = 0; i < row.size(); i++) {
                    Object value = row.get(i);
                    statement.setObject(i + 1, switch (value) {
                        case Boolean truth -> truth ? 1 : 0;
                        // the driver takes a date before 1582 for one of the old calendar
                        case LocalDate date -> date.toString();
                        case null, default -> value;
                    });
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** The rows of each result of a program that this class wrote. */
    public List<List<List<Object>>> results(SqlProgram program) throws SQLException {
        for (String statement : SERVER.session()) {
            translate(statement);
        }
        try {
            for (SqlProgram.DataTable data : program.data()) {
                load(data, SERVER.createData(data));
            }
            for (SqlProgram.Statement statement : program.setup()) {
                translate(statement.sql());
            }
            List<List<List<Object>>> results = new ArrayList<>();
            for (SqlProgram.ResultQuery query : program.results()) {
                results.add(rows(query));
            }
            return results;
        } finally {
            for (SqlProgram.Statement statement : program.cleanup()) {
                translate(statement.sql());
            }
        }
    }

    private List<List<Object>> rows(SqlProgram.ResultQuery query) throws SQLException {
        String text = TSqlWords.translated(query.query().sql());
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(text)) {
            List<List<Object>> rows = new ArrayList<>();
            while (found.next()) {
                List<Object> row = new ArrayList<>();
                for (int i = 0; i < query.columns().size(); i++) {
                    row.add(value(found.getObject(i + 1), query.columns().get(i).type()));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException fault) {
            throw new SQLException(fault.getMessage() + "\n" + text, fault);
        }
    }

    private static Object value(Object value, Type type) {
        if (value == null) {
            return null;
        }
        return switch (type) {
            case BOOL -> ((Number) value).intValue() == 1;
            case INT -> ((Number) value).longValue();
            case FLOAT -> ((Number) value).doubleValue();
            case DATE -> (LocalDate) value;
            case STR, SNOMEDCT_CODE, DMD_CODE, CTV3_CODE, ICD10_CODE, OPCS4_CODE, BNF_CODE, ICD10_MULTI_CODE_STRING, OPCS4_MULTI_CODE_STRING ->
                (String) value;
        };
    }

    private void translate(String statement) throws SQLException {
        String text = TSqlWords.translated(statement);
        if (!text.isEmpty()) {
            execute(text);
        }
    }

    private void execute(String text) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(text);
        } catch (SQLException fault) {
            throw new SQLException(fault.getMessage() + "\n" + text, fault);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
