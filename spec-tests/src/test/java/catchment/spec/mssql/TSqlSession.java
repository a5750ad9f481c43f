package catchment.spec.mssql;

import catchment.compiler.model.Type;
import catchment.dialects.program.SqlProgram;
import catchment.runtime.RunException;
import catchment.runtime.engine.EngineSession;
import catchment.runtime.engine.RunCode;
import catchment.runtime.tables.RowStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.ArrayList;
import java.util.List;

/** A DuckDB with T-SQL's functions that runs what {@link TSqlOnDuckDb} writes. */
public final class TSqlSession implements EngineSession {
    private static final TSqlOnDuckDb DIALECT = new TSqlOnDuckDb();

    private final Connection connection;

    /** A database without tables. */
    public TSqlSession() throws RunException {
        try {
            connection = DriverManager.getConnection("jdbc:duckdb:");
        } catch (SQLException fault) {
            throw fault(fault, "the connection");
        }
        TSqlFunctions.SETTINGS.forEach(this::made);
        TSqlFunctions.MACROS.forEach(this::made);
        for (String statement : DIALECT.session()) {
            translate(statement);
        }
    }

    private void made(String statement) {
        try {
            execute(statement);
        } catch (RunException fault) {
            throw new IllegalStateException(fault.getMessage(), fault);
        }
    }

    /** True and false are numbers in it, as a BIT is. */
    @Override
    public void load(SqlProgram.DataTable data) throws RunException {
        translate(DIALECT.createData(data));
        if (data.rows().isEmpty()) {
            return;
        }
        String holes = ", ?".repeat(data.columns().size()).substring(2);
        String insert = TSqlWords.translated("INSERT INTO " + data.place() + " VALUES (" + holes + ")");
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            for (List<Object> row : data.rows()) {
                for (int i = 0; i < row.size(); i++) {
                    statement.setObject(i + 1, switch (row.get(i)) {
                        case Boolean truth -> truth ? 1 : 0;
                        // the driver takes a date before 1582 for one of the old calendar
                        case LocalDate date -> date.toString();
                        case null -> null;
                        case Object value -> value;
                    });
                }
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException fault) {
            throw fault(fault, insert);
        }
    }

    @Override
    public void execute(SqlProgram.Statement statement) throws RunException {
        translate(statement.sql());
    }

    @Override
    public RowStream query(SqlProgram.ResultQuery query) throws RunException {
        String text = TSqlWords.translated(query.query().sql());
        List<List<Object>> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(text)) {
            while (found.next()) {
                List<Object> row = new ArrayList<>();
                for (int i = 0; i < query.columns().size(); i++) {
                    row.add(value(found.getObject(i + 1), query.columns().get(i).type()));
                }
                rows.add(row);
            }
        } catch (SQLException fault) {
            throw fault(fault, text);
        }
        return new Read(rows.iterator());
    }

    private static Object value(Object value, Type type) {
        if (value == null) {
            return null;
        }
        return switch (type) {
            case BOOL -> ((Number) value).intValue() == 1;
            case INT -> ((Number) value).longValue();
            // minus zero is zero
            case FLOAT -> ((Number) value).doubleValue() + 0.0;
            case DATE -> (LocalDate) value;
            case STR, SNOMEDCT_CODE, DMD_CODE, CTV3_CODE, ICD10_CODE, OPCS4_CODE, BNF_CODE, ICD10_MULTI_CODE_STRING, OPCS4_MULTI_CODE_STRING ->
                (String) value;
        };
    }

    private void translate(String statement) throws RunException {
        String text = TSqlWords.translated(statement);
        if (!text.isEmpty()) {
            execute(text);
        }
    }

    private void execute(String text) throws RunException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(text);
        } catch (SQLException fault) {
            throw fault(fault, text);
        }
    }

    private static RunException fault(SQLException fault, String text) {
        return new RunException(RunCode.DATABASE_ERROR, fault.getMessage() + "\n" + text);
    }

    @Override
    public void cancel() {
        throw new UnsupportedOperationException("nothing here runs for long");
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        }
    }

    /** Rows that have been read. */
    private static final class Read implements RowStream {
        private final Iterator<List<Object>> rows;
        private List<Object> row = List.of();

        Read(Iterator<List<Object>> rows) {
            this.rows = rows;
        }

        @Override
        public boolean next() {
            if (!rows.hasNext()) {
                return false;
            }
            row = rows.next();
            return true;
        }

        @Override
        public Object value(int column) {
            return row.get(column);
        }

        @Override
        public void close() {}
    }
}
