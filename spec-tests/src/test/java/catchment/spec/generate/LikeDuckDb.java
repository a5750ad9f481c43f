package catchment.spec.generate;

import catchment.compiler.model.Type;
import catchment.compiler.plan.Capabilities;
import catchment.dialects.program.SqlProgram;
import catchment.dialects.spi.Dialect;
import catchment.dialects.spi.Dialects;
import catchment.dialects.spi.JdbcAccess;
import catchment.dialects.spi.OperatorTable;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.sql.SqlDialect;

/** DuckDB's dialect, but for what an heir says. */
public abstract class LikeDuckDb implements Dialect {
    /** The dialect as it is. */
    protected static final Dialect DUCKDB = Dialects.named("duckdb").orElseThrow();

    /** For heirs. */
    protected LikeDuckDb() {}

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
        return DUCKDB.sql();
    }

    @Override
    public OperatorTable operators() {
        return DUCKDB.operators();
    }

    @Override
    public RelNode lowered(RelNode relation) {
        return DUCKDB.lowered(relation);
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
