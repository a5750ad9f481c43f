package catchment.spec.planted;

import catchment.compiler.model.Type;
import catchment.compiler.plan.Capabilities;
import catchment.dialects.program.SqlProgram;
import catchment.dialects.spi.Dialect;
import catchment.dialects.spi.Dialects;
import catchment.dialects.spi.JdbcAccess;
import catchment.dialects.spi.OperatorTable;
import catchment.dialects.spi.OperatorTable.Row;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDialect;
import org.apache.calcite.sql.SqlWriter;
import org.apache.calcite.sql.dialect.DuckDBSqlDialect;

/** DuckDB's dialect with a fault in it. */
final class FaultyDuckDb implements Dialect {
    private static final Dialect DUCKDB = Dialects.named("duckdb").orElseThrow();

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
    public String name() {
        return DUCKDB.name();
    }

    @Override
    public Capabilities capabilities() {
        return DUCKDB.capabilities();
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

    @Override
    public String columnType(Type type) {
        return DUCKDB.columnType(type);
    }

    @Override
    public String literal(Object value, Type type) {
        return DUCKDB.literal(value, type);
    }

    @Override
    public List<String> materialise(String place, String query) {
        return DUCKDB.materialise(place, query);
    }

    @Override
    public String discard(String place) {
        return DUCKDB.discard(place);
    }

    @Override
    public String createData(SqlProgram.DataTable data) {
        return DUCKDB.createData(data);
    }

    @Override
    public List<String> session() {
        return DUCKDB.session();
    }

    @Override
    public Optional<JdbcAccess> jdbc() {
        return DUCKDB.jdbc();
    }
}
