package catchment.dialects.duckdb;

import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlWriter;
import org.apache.calcite.sql.dialect.DuckDBSqlDialect;

/** Calcite's dialect for DuckDB, with our operators and literals. */
final class DuckDbSql extends DuckDBSqlDialect {
    DuckDbSql() {
        super(DEFAULT_CONTEXT);
    }

    @Override
    public void unparseCall(SqlWriter writer, SqlCall call, int leftPrecedence, int rightPrecedence) {
        if (!DuckDbOperators.TABLE.write(writer, call)) {
            super.unparseCall(writer, call, leftPrecedence, rightPrecedence);
        }
    }

    @Override
    public void quoteStringLiteral(StringBuilder text, String charset, String value) {
        text.append(DuckDb.text(value));
    }

    @Override
    public boolean supportsCharSet() {
        return false;
    }
}
