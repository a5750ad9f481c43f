package catchment.dialects.postgresql;

import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.SqlAlienSystemTypeNameSpec;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlWriter;
import org.apache.calcite.sql.dialect.PostgresqlSqlDialect;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;

/** Calcite's dialect for PostgreSQL, with our operators, types and literals. */
final class PostgresqlSql extends PostgresqlSqlDialect {
    PostgresqlSql() {
        super(DEFAULT_CONTEXT);
    }

    @Override
    public void unparseCall(SqlWriter writer, SqlCall call, int leftPrecedence, int rightPrecedence) {
        if (!PostgresqlOperators.TABLE.write(writer, call)) {
            super.unparseCall(writer, call, leftPrecedence, rightPrecedence);
        }
    }

    @Override
    public SqlNode getCastSpec(RelDataType type) {
        return type.getSqlTypeName() == SqlTypeName.VARCHAR
                ? new SqlDataTypeSpec(new SqlAlienSystemTypeNameSpec("TEXT", SqlTypeName.VARCHAR, SqlParserPos.ZERO), SqlParserPos.ZERO)
                : super.getCastSpec(type);
    }

    @Override
    public void quoteStringLiteral(StringBuilder text, String charset, String value) {
        text.append(Postgresql.text(value));
    }

    @Override
    public boolean supportsCharSet() {
        return false;
    }
}
