package catchment.dialects.spi;

import java.util.List;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlSpecialOperator;
import org.apache.calcite.sql.SqlWriter;
import org.apache.calcite.sql.parser.SqlParserPos;

/** A query that a backend's author wrote, as it stands: in a FROM, with a name. */
public final class WrittenQuery extends SqlCall {
    private static final SqlOperator OPERATOR = new SqlSpecialOperator("WRITTEN QUERY", SqlKind.OTHER);

    private final String sql;

    /** The query of this text. */
    public WrittenQuery(String sql) {
        super(SqlParserPos.ZERO);
        this.sql = sql;
    }

    /** Its text. */
    public String sql() {
        return sql;
    }

    @Override
    public SqlOperator getOperator() {
        return OPERATOR;
    }

    @Override
    public List<SqlNode> getOperandList() {
        return List.of();
    }

    /** There is nothing in it that could be told apart from the text. */
    @Override
    public SqlNode clone(SqlParserPos position) {
        return new WrittenQuery(sql);
    }

    @Override
    public void unparse(SqlWriter writer, int leftPrec, int rightPrec) {
        writer.print("(\n" + sql + "\n)");
        writer.setNeedWhitespace(true);
    }
}
