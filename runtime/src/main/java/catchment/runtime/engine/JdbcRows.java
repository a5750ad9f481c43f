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
import java.util.function.Function;

/** The rows of a query as they come over JDBC. */
final class JdbcRows implements RowStream {
    /** Reads a date of the current row; null if it is missing. */
    interface DateReader {
        LocalDate date(ResultSet rows, int column) throws SQLException;
    }

    private final Statement statement;
    private final ResultSet rows;
    private final Type[] types;
    private final DateReader dates;
    private final Function<SQLException, RunException> faults;
    private final Runnable afterwards;

    /**
     * @param faults what a fault means
     * @param afterwards what to do when the rows are closed
     */
    JdbcRows(
            SqlProgram.ResultQuery query, Statement statement, ResultSet rows, DateReader dates, Function<SQLException, RunException> faults, Runnable afterwards) {
        this.statement = statement;
        this.rows = rows;
        this.dates = dates;
        this.faults = faults;
        this.afterwards = afterwards;
        this.types = query.columns().stream().map(SqlProgram.Column::type).toArray(Type[]::new);
    }

    @Override
    public boolean next() throws RunException {
        try {
            return rows.next();
        } catch (SQLException fault) {
            throw faults.apply(fault);
        }
    }

    @Override
    public Object value(int column) throws RunException {
        try {
            if (types[column] == Type.DATE) {
                LocalDate date = dates.date(rows, column + 1);
                return date == null ? null : inCalendar(date);
            }
            Object value = rows.getObject(column + 1);
            return value == null ? null : ofType(types[column], value);
        } catch (SQLException fault) {
            throw faults.apply(fault);
        }
    }

    private static Object ofType(Type type, Object value) {
        return switch (type) {
            case BOOL -> value instanceof Number number ? (Object) (number.longValue() != 0) : value;
            case INT -> value instanceof Long ? value : (Object) ((Number) value).longValue();
            case FLOAT -> finite(((Number) value).doubleValue());
            case DATE -> throw new IllegalArgumentException("a date is read as one");
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
            throw faults.apply(fault);
        } finally {
            afterwards.run();
        }
    }
}
