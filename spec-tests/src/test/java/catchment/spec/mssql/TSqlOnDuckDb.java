package catchment.spec.mssql;

import catchment.dialects.mssql.SqlServer;
import catchment.dialects.spi.JdbcAccess;
import catchment.dialects.spi.RelatedDialect;
import java.util.Optional;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.util.SqlShuttle;

/** The dialect of SQL Server, with what its engine does when it compares texts put into words. */
public final class TSqlOnDuckDb extends RelatedDialect {
    /** SQL Server's, checked as a server would be sent it. */
    public TSqlOnDuckDb() {
        super(new SqlServer());
    }

    @Override
    public String name() {
        return "mssql-on-duckdb";
    }

    @Override
    public RelNode lowered(RelNode relation) {
        RelNode lowered = super.lowered(relation);
        return new PaddedTexts(lowered).of(lowered);
    }

    /** Checks what a server would be sent, which is the same without those words. */
    @Override
    public void check(SqlNode query) {
        super.check(query.accept(new SqlShuttle() {
            @Override
            public SqlNode visit(SqlCall call) {
                SqlNode inner = super.visit(call);
                return inner instanceof SqlCall padded && padded.getOperator() == PaddedTexts.PADDED ? padded.operand(0) : inner;
            }
        }));
    }

    @Override
    public Optional<JdbcAccess> jdbc() {
        return Optional.empty();
    }
}
