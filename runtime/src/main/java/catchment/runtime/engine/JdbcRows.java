package catchment.runtime.engine;

import catchment.compiler.meaning.Comparison;
import catchment.compiler.meaning.Dates;
import catchment.compiler.model.Type;
import catchment.dialects.program.SqlProgram;
import catchment.runtime.RunException;
import catchment.runtime.tables.RowStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;

/** The rows of a query as they come over JDBC. */
final class JdbcRows implements RowStream {
    private final SqlProgram.ResultQuery query;
    private final Statement statement;
    private final ResultSet rows;
    private final Type[] types;

    JdbcRows(SqlProgram.ResultQuery query, Statement statement, ResultSet rows) {
        this.query = query;
        this.statement = statement;
        this.rows = rows;
        this.types = query.columns().stream().map(SqlProgram.Column::type).toArray(Type[]::new);
    }

    @Override
    public boolean next() throws RunException {
        try {
            return rows.next();
        } catch (SQLException fault) {
            throw DatabaseFault.of(fault, query.query());
        }
    }

    @Override
    public Object value(int column) throws RunException {
        try {
            Object value = rows.getObject(column + 1);
            return value == null ? null : ofType(types[column], value);
        } catch (SQLException fault) {
            throw DatabaseFault.of(fault, query.query());
        }
    }

    private static Object ofType(Type type, Object value) {
        return switch (type) {
            case BOOL -> value instanceof Number number ? (Object) (number.longValue() != 0) : value;
            case INT -> value instanceof Long ? value : (Object) ((Number) value).longValue();
            case FLOAT -> finite(((Number) value).doubleValue());
            case DATE -> inCalendar((LocalDate) value);
            case STR, SNOMEDCT_CODE, DMD_CODE, CTV3_CODE, ICD10_CODE, OPCS4_CODE, BNF_CODE, ICD10_MULTI_CODE_STRING, OPCS4_MULTI_CODE_STRING ->
                    value instanceof String ? value : value.toString();
        };
    }

    private static Object finite(double value) {
        return Double.isFinite(value) ? Comparison.key(value) : null;
    }

    private static LocalDate inCalendar(LocalDate date) {
        return date.isBefore(Dates.FIRST) || date.isAfter(Dates.LAST) ? null : date;
    }

    @Override
    public void close() throws RunException {
        try (statement) {
            rows.close();
        } catch (SQLException fault) {
            throw DatabaseFault.of(fault, query.query());
        }
    }
}
