package catchment.dialects.spark;

import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.SqlAlienSystemTypeNameSpec;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlWriter;
import org.apache.calcite.sql.dialect.SparkSqlDialect;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;

/** Calcite's dialect for Spark, with our operators, types and literals. */
final class SparkSql extends SparkSqlDialect {
    SparkSql() {
        super(DEFAULT_CONTEXT);
    }

    @Override
    public void unparseCall(SqlWriter writer, SqlCall call, int leftPrecedence, int rightPrecedence) {
        if (!SparkOperators.TABLE.write(writer, call)) {
            super.unparseCall(writer, call, leftPrecedence, rightPrecedence);
        }
    }

    @Override
    public SqlNode getCastSpec(RelDataType type) {
        return type.getSqlTypeName() == SqlTypeName.VARCHAR
                ? new SqlDataTypeSpec(new SqlAlienSystemTypeNameSpec("STRING", SqlTypeName.VARCHAR, SqlParserPos.ZERO), SqlParserPos.ZERO)
                : super.getCastSpec(type);
    }

    @Override
    public void quoteStringLiteral(StringBuilder text, String charset, String value) {
        text.append(Spark.text(value));
    }

    @Override
    public boolean supportsCharSet() {
        return false;
    }
}
