package catchment.dialects.duckdb;

import catchment.compiler.model.Type;
import catchment.compiler.plan.Capabilities;
import catchment.dialects.program.SqlProgram;
import catchment.dialects.spi.Dialect;
import catchment.dialects.spi.JdbcAccess;
import catchment.dialects.spi.OperatorTable;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.sql.SqlDialect;

/** DuckDB 2.0: stages are temporary tables, which its optimiser never merges. */
public final class DuckDb implements Dialect {
    private static final SqlDialect SQL = new DuckDbSql();
    // it refuses expressions deeper than 1,000, and one node of ours is up to five levels of its own; of each written list of five or more it makes a join
    private static final Capabilities CAPABILITIES =
            new Capabilities(200, 4, 40, 24, 48, 1_000, true, true, false, DuckDbOperators.TABLE::copies);

    @Override
    public String name() {
        return "duckdb";
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
        return DuckDbOperators.TABLE;
    }

    @Override
    public String columnType(Type type) {
        return switch (type) {
            case BOOL -> "BOOLEAN";
            case INT -> "BIGINT";
            case FLOAT -> "DOUBLE";
            case DATE -> "DATE";
            case STR, SNOMEDCT_CODE, DMD_CODE, CTV3_CODE, ICD10_CODE, OPCS4_CODE, BNF_CODE, ICD10_MULTI_CODE_STRING,
                            OPCS4_MULTI_CODE_STRING ->
                    "VARCHAR";
        };
    }

    @Override
    public String literal(Object value, Type type) {
        if (value == null) {
            return "NULL";
        }
        return switch (type) {
            case BOOL -> (Boolean) value ? "TRUE" : "FALSE";
            case INT -> value.toString();
            // without an exponent it would be a decimal, not a double
            case FLOAT -> value.toString().contains("E") ? value.toString() : value + "E0";
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
    public String createData(SqlProgram.DataTable data) {
        return createTable("CREATE TEMP TABLE", data);
    }

    @Override
    public List<String> session() {
        return List.of();
    }

    /** In process: a session of its own, see the runtime. */
    @Override
    public Optional<JdbcAccess> jdbc() {
        return Optional.empty();
    }
}
