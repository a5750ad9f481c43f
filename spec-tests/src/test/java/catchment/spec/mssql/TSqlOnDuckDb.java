package catchment.spec.mssql;

import catchment.compiler.model.Type;
import catchment.compiler.plan.Capabilities;
import catchment.dialects.mssql.SqlServer;
import catchment.dialects.program.SqlProgram;
import catchment.dialects.spi.Dialect;
import catchment.dialects.spi.JdbcAccess;
import catchment.dialects.spi.OperatorTable;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDialect;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.util.SqlShuttle;

/** The dialect of SQL Server, with what its engine does when it compares texts put into words. */
public final class TSqlOnDuckDb implements Dialect {
    private final SqlServer server = new SqlServer();

    @Override
    public String name() {
        return "mssql-on-duckdb";
    }

    @Override
    public Capabilities capabilities() {
        return server.capabilities();
    }

    @Override
    public SqlDialect sql() {
        return server.sql();
    }

    @Override
    public OperatorTable operators() {
        return server.operators();
    }

    @Override
    public RelNode lowered(RelNode relation) {
        RelNode lowered = server.lowered(relation);
        return new PaddedTexts(lowered).of(lowered);
    }

    /** Checks what a server would be sent, which is the same without those words. */
    @Override
    public void check(SqlNode query) {
        server.check(query.accept(new SqlShuttle() {
            @Override
            public SqlNode visit(SqlCall call) {
                SqlNode inner = super.visit(call);
                return inner instanceof SqlCall padded && padded.getOperator() == PaddedTexts.PADDED ? padded.operand(0) : inner;
            }
        }));
    }

    @Override
    public String columnType(Type type) {
        return server.columnType(type);
    }

    @Override
    public String literal(Object value, Type type) {
        return server.literal(value, type);
    }

    @Override
    public List<String> place(String name, String run) {
        return server.place(name, run);
    }

    @Override
    public List<String> materialise(String place, String query) {
        return server.materialise(place, query);
    }

    @Override
    public String discard(String place) {
        return server.discard(place);
    }

    @Override
    public String createData(SqlProgram.DataTable data) {
        return server.createData(data);
    }

    @Override
    public List<String> session() {
        return server.session();
    }

    @Override
    public Optional<JdbcAccess> jdbc() {
        return Optional.empty();
    }
}
