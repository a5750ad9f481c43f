package catchment.dialects.mssql;

import catchment.compiler.model.Type;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.SqlAbstractDateTimeLiteral;
import org.apache.calcite.sql.SqlAlienSystemTypeNameSpec;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlWriter;
import org.apache.calcite.sql.dialect.MssqlSqlDialect;
import org.apache.calcite.sql.parser.SqlParserPos;

/** Calcite's dialect for SQL Server, with our operators, types and literals. */
final class SqlServerSql extends MssqlSqlDialect {
    SqlServerSql() {
        super(DEFAULT_CONTEXT);
    }

    @Override
    public void unparseCall(SqlWriter writer, SqlCall call, int leftPrecedence, int rightPrecedence) {
        if (call.getOperator() == TSql.CODE_LITERAL) {
            writer.literal(SqlServer.code(((SqlLiteral) call.operand(0)).getValueAs(String.class)));
        } else if (call.getKind() == SqlKind.COUNT) {
            // COUNT gives an INT
            writer.print("COUNT_BIG(" + (call.getFunctionQuantifier() == null ? "" : "DISTINCT "));
            writer.setNeedWhitespace(false);
            for (SqlNode operand : call.getOperandList()) {
                operand.unparse(writer, 0, 0);
            }
            writer.setNeedWhitespace(false);
            writer.print(")");
            writer.setNeedWhitespace(true);
        } else if (!SqlServerOperators.TABLE.write(writer, call)) {
            super.unparseCall(writer, call, leftPrecedence, rightPrecedence);
        }
    }

    @Override
    public void quoteStringLiteral(StringBuilder text, String charset, String value) {
        text.append(SqlServer.text(value));
    }

    /** The only form that no language or date format of a session reads otherwise. */
    @Override
    public void unparseDateTimeLiteral(SqlWriter writer, SqlAbstractDateTimeLiteral literal, int leftPrecedence, int rightPrecedence) {
        writer.literal("CAST('" + literal.toFormattedString() + "' AS DATE)");
    }

    @Override
    public SqlNode getCastSpec(RelDataType type) {
        Type ours = switch (type.getSqlTypeName()) {
            case BIGINT -> Type.INT;
            case DOUBLE -> Type.FLOAT;
            case DATE -> Type.DATE;
            case VARCHAR -> Type.STR;
            default -> throw new IllegalStateException("no type of a lowered plan: " + type);
        };
        return new SqlDataTypeSpec(
                new SqlAlienSystemTypeNameSpec(SqlServerTypes.bare(ours), type.getSqlTypeName(), SqlParserPos.ZERO), SqlParserPos.ZERO);
    }
}
