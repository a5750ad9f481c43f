package catchment.dialects.postgresql;

import catchment.compiler.model.Type;
import catchment.compiler.plan.Capabilities;
import catchment.dialects.spi.Dialect;
import catchment.dialects.spi.JdbcAccess;
import catchment.dialects.spi.OperatorTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.sql.SqlDialect;

/** PostgreSQL 13 and later: stages are temporary tables, each analysed before it is read. */
public final class Postgresql implements Dialect {
    private static final SqlDialect SQL = new PostgresqlSql();
    private static final Capabilities CAPABILITIES =
            new Capabilities(200, 50, 40, 24, 48, 1_000, false, true, true, PostgresqlOperators.TABLE::copies);

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public SqlDialect sql() {
        return SQL;
    }

    @Override
    public OperatorTable operators() {
        return PostgresqlOperators.TABLE;
    }

    /** Codes have the collation of the database, as they mostly do in the tables that they are compared with. */
    @Override
    public String columnType(Type type) {
        return switch (type) {
            case BOOL -> "BOOLEAN";
            case INT -> "BIGINT";
            case FLOAT -> "DOUBLE PRECISION";
            case DATE -> "DATE";
            case STR -> "TEXT COLLATE \"C\"";
            case SNOMEDCT_CODE, DMD_CODE, CTV3_CODE, ICD10_CODE, OPCS4_CODE, BNF_CODE, ICD10_MULTI_CODE_STRING, OPCS4_MULTI_CODE_STRING ->
                    "TEXT";
        };
    }

    @Override
    public String literal(Object value, Type type) {
        if (value == null) {
            return "NULL";
        }
        return switch (type) {
            case BOOL -> (Boolean) value ? "TRUE" : "FALSE";
            case INT, FLOAT -> value.toString();
            case DATE -> "DATE '" + value + "'";
            case STR, SNOMEDCT_CODE, DMD_CODE, CTV3_CODE, ICD10_CODE, OPCS4_CODE, BNF_CODE, ICD10_MULTI_CODE_STRING,
                            OPCS4_MULTI_CODE_STRING ->
                    text((String) value);
        };
    }

    static String text(String value) {
        if (value.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a text with the character NUL");
        }
        return "'" + value.replace("'", "''") + "'";
    }

    @Override
    public List<String> materialise(String place, String query) {
        return List.of("CREATE TEMPORARY TABLE " + place + " AS\n" + query, "ANALYZE " + place);
    }

    @Override
    public Optional<String> named(String place, String query) {
        return Optional.of("CREATE TEMPORARY VIEW " + place + " AS\n" + query);
    }

    @Override
    public String discardNamed(String place) {
        return "DROP VIEW IF EXISTS pg_temp." + place;
    }

    @Override
    public String discard(String place) {
        return "DROP TABLE IF EXISTS pg_temp." + place;
    }

    /** Compiling a query of many expressions takes longer than it saves. */
    @Override
    public List<String> session() {
        List<String> statements = new ArrayList<>(List.of("SET standard_conforming_strings = on", "SET jit = off"));
        statements.addAll(FloatFunctions.CREATED);
        return statements;
    }

    @Override
    public Optional<JdbcAccess> jdbc() {
        return Optional.of(new PostgresqlAccess());
    }
}
