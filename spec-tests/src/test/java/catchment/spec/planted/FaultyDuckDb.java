package catchment.spec.planted;

import catchment.dialects.spi.OperatorTable;
import catchment.dialects.spi.OperatorTable.Row;
import catchment.spec.generate.LikeDuckDb;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDialect;
import org.apache.calcite.sql.SqlWriter;
import org.apache.calcite.sql.dialect.DuckDBSqlDialect;

/** DuckDB's dialect with a fault in it. */
final class FaultyDuckDb extends LikeDuckDb {
    private final Fault fault;
    private final OperatorTable operators;
    private final SqlDialect sql;

    FaultyDuckDb(Fault fault) {
        this.fault = fault;
        this.operators = fault instanceof Fault.OfText text ? table(text) : DUCKDB.operators();
        this.sql = fault instanceof Fault.OfText ? new FaultySql(operators) : DUCKDB.sql();
    }

    private static OperatorTable table(Fault.OfText fault) {
        return new OperatorTable(DUCKDB.operators().rows().stream()
                .map(row -> row.operator() == fault.operator() ? new Row(row.operator(), fault.text(), row.page()) : row)
                .toList());
    }

    private static final class FaultySql extends DuckDBSqlDialect {
        private final OperatorTable operators;

        FaultySql(OperatorTable operators) {
            super(DEFAULT_CONTEXT);
            this.operators = operators;
        }

        @Override
        public void unparseCall(SqlWriter writer, SqlCall call, int leftPrecedence, int rightPrecedence) {
            if (!operators.write(writer, call)) {
                super.unparseCall(writer, call, leftPrecedence, rightPrecedence);
            }
        }

        @Override
        public void quoteStringLiteral(StringBuilder text, String charset, String value) {
            DUCKDB.sql().quoteStringLiteral(text, charset, value);
        }

        @Override
        public boolean supportsCharSet() {
            return false;
        }
    }

    @Override
    public SqlDialect sql() {
        return sql;
    }

    @Override
    public OperatorTable operators() {
        return operators;
    }

    @Override
    public RelNode lowered(RelNode relation) {
        return FaultyPlan.of(DUCKDB.lowered(relation), fault);
    }
}
