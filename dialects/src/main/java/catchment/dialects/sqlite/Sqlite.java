package catchment.dialects.sqlite;

import catchment.compiler.model.Type;
import catchment.compiler.plan.Capabilities;
import catchment.dialects.spi.Dialect;
import catchment.dialects.spi.JdbcAccess;
import catchment.dialects.spi.OperatorTable;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.sql.SqlDialect;

/** SQLite 3.46 and later: true and false are 1 and 0, dates are texts in ISO form, stages are temporary tables. */
public final class Sqlite implements Dialect {
    private static final SqlDialect SQL = new SqliteSql();
    // it refuses expressions deeper than 1,000 and joins of more than 64 tables
    private static final Capabilities CAPABILITIES =
            new Capabilities(150, 50, 40, 24, 48, 1_000, false, true, true, SqliteOperators.TABLE::copies);

    @Override
    public String name() {
        return "sqlite";
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
        return SqliteOperators.TABLE;
    }

    @Override
    public String columnType(Type type) {
        return switch (type) {
            case BOOL, INT -> "INTEGER";
            case FLOAT -> "REAL";
            case DATE, STR, SNOMEDCT_CODE, DMD_CODE, CTV3_CODE, ICD10_CODE, OPCS4_CODE, BNF_CODE, ICD10_MULTI_CODE_STRING,
                            OPCS4_MULTI_CODE_STRING ->
                    "TEXT";
        };
    }

    @Override
    public String literal(Object value, Type type) {
        if (value == null) {
            return "NULL";
        }
        return switch (type) {
            case BOOL -> (Boolean) value ? "1" : "0";
            case INT, FLOAT -> value.toString();
            case DATE, STR, SNOMEDCT_CODE, DMD_CODE, CTV3_CODE, ICD10_CODE, OPCS4_CODE, BNF_CODE, ICD10_MULTI_CODE_STRING,
                            OPCS4_MULTI_CODE_STRING ->
                    text(value.toString());
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
        return List.of("CREATE TEMP TABLE " + place + " AS\n" + query);
    }

    @Override
    public Optional<String> named(String place, String query) {
        return Optional.of("CREATE TEMP VIEW " + place + " AS\n" + query);
    }

    @Override
    public String discardNamed(String place) {
        return "DROP VIEW IF EXISTS temp." + place;
    }

    @Override
    public String discard(String place) {
        return "DROP TABLE IF EXISTS temp." + place;
    }

    @Override
    public List<String> session() {
        return List.of();
    }

    @Override
    public Optional<JdbcAccess> jdbc() {
        return Optional.of(new SqliteAccess());
    }
}
