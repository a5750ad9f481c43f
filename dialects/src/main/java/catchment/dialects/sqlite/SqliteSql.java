package catchment.dialects.sqlite;

import org.apache.calcite.sql.SqlAbstractDateTimeLiteral;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlWriter;
import org.apache.calcite.sql.dialect.SqliteSqlDialect;

/** Calcite's dialect for SQLite, with our operators and literals. */
final class SqliteSql extends SqliteSqlDialect {
    SqliteSql() {
        super(DEFAULT_CONTEXT);
    }

    @Override
    public void unparseCall(SqlWriter writer, SqlCall call, int leftPrecedence, int rightPrecedence) {
        if (!SqliteOperators.TABLE.write(writer, call)) {
            super.unparseCall(writer, call, leftPrecedence, rightPrecedence);
        }
    }

    /** Text: there is no type for dates. */
    @Override
    public void unparseDateTimeLiteral(SqlWriter writer, SqlAbstractDateTimeLiteral literal, int leftPrecedence, int rightPrecedence) {
        writer.literal(Sqlite.text(literal.toFormattedString()));
    }

    /** A filter is written as a case: an aggregate of ours may be an expression of several. */
    @Override
    public boolean supportsAggregateFunctionFilter() {
        return false;
    }

    @Override
    public void quoteStringLiteral(StringBuilder text, String charset, String value) {
        text.append(Sqlite.text(value));
    }

    @Override
    public boolean supportsCharSet() {
        return false;
    }
}
