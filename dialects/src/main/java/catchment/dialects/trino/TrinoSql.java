package catchment.dialects.trino;

import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlWriter;
import org.apache.calcite.sql.dialect.TrinoSqlDialect;

/** Calcite's dialect for Trino, with our operators and literals. */
final class TrinoSql extends TrinoSqlDialect {
    TrinoSql() {
        super(DEFAULT_CONTEXT);
    }

    @Override
    public void unparseCall(SqlWriter writer, SqlCall call, int leftPrecedence, int rightPrecedence) {
        if (!TrinoOperators.TABLE.write(writer, call) && !truth(writer, call)) {
            super.unparseCall(writer, call, leftPrecedence, rightPrecedence);
        }
    }

    /** There is no {@code IS TRUE}: https://trino.io/docs/current/functions/logical.html */
    private static boolean truth(SqlWriter writer, SqlCall call) {
        switch (call.getKind()) {
            case IS_TRUE -> write(writer, call, "coalesce(", ", FALSE)");
            case IS_NOT_TRUE -> write(writer, call, "(NOT coalesce(", ", FALSE))");
            case IS_FALSE -> write(writer, call, "(NOT coalesce(", ", TRUE))");
            case IS_NOT_FALSE -> write(writer, call, "coalesce(", ", TRUE)");
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void write(SqlWriter writer, SqlCall call, String before, String after) {
        writer.print(before);
        writer.setNeedWhitespace(false);
        call.operand(0).unparse(writer, 0, 0);
        writer.setNeedWhitespace(false);
        writer.print(after);
        writer.setNeedWhitespace(true);
    }

    @Override
    public void quoteStringLiteral(StringBuilder text, String charset, String value) {
        text.append(Trino.text(value));
    }

    @Override
    public boolean supportsCharSet() {
        return false;
    }
}
