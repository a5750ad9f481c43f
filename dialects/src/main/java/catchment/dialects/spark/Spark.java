package catchment.dialects.spark;

import catchment.compiler.model.Type;
import catchment.compiler.plan.Capabilities;
import catchment.dialects.program.SqlProgram;
import catchment.dialects.spi.Dialect;
import catchment.dialects.spi.JdbcAccess;
import catchment.dialects.spi.OperatorTable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.calcite.sql.SqlDialect;

/**
 * Spark SQL 4.0 and later. Stages are real tables of the session's database, {@code catchment_RUN_STAGE}, which the program removes at its end: a view, cached or
 * not, is written out again in everything that reads it before Spark looks for what it has cached, so that a chain of stages would grow with every level.
 */
public final class Spark implements Dialect {
    private static final String PREFIX = "catchment_";
    private static final SqlDialect SQL = new SparkSql();
    // expressions are compiled to methods of Java, and its parser and optimiser go down them
    private static final Capabilities CAPABILITIES =
            new Capabilities(100, 100, 40, 16, 32, 1_000, true, true, false, SparkOperators.TABLE::copies);

    @Override
    public String name() {
        return "spark";
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
        return SparkOperators.TABLE;
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
                    "STRING";
        };
    }

    @Override
    public String literal(Object value, Type type) {
        if (value == null) {
            return "NULL";
        }
        return switch (type) {
            case BOOL -> (Boolean) value ? "TRUE" : "FALSE";
            case INT -> value + "L";
            case FLOAT -> value + "D";
            case DATE -> "DATE '" + value + "'";
            case STR, SNOMEDCT_CODE, DMD_CODE, CTV3_CODE, ICD10_CODE, OPCS4_CODE, BNF_CODE, ICD10_MULTI_CODE_STRING,
                            OPCS4_MULTI_CODE_STRING ->
                    text((String) value);
        };
    }

    /** A backslash and what follows it stand for something else, and so does <code>${…}</code>, in a text as anywhere. */
    static String text(String value) {
        if (value.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a text with the character NUL");
        }
        return "'" + value.replace("\\", "\\\\").replace("'", "\\'").replace("${", "\\u0024{") + "'";
    }

    /** In small letters: Spark makes them small where it keeps them. */
    @Override
    public List<String> place(String name, String run) {
        return List.of((PREFIX + run + "_" + name).toLowerCase(Locale.ROOT));
    }

    @Override
    public List<String> materialise(String place, String query) {
        return List.of("CREATE TABLE " + place + " USING parquet AS\n" + query);
    }

    @Override
    public String discard(String place) {
        return "DROP TABLE IF EXISTS " + place;
    }

    @Override
    public String createData(SqlProgram.DataTable data) {
        return createTable("CREATE TABLE", data) + " USING parquet";
    }

    /** What changes the meaning of a statement, whoever set it otherwise. */
    @Override
    public List<String> session() {
        return List.of(
                "SET spark.sql.ansi.enabled = true",
                "SET spark.sql.ansi.doubleQuotedIdentifiers = false",
                "SET spark.sql.parser.escapedStringLiterals = false",
                "SET spark.sql.caseSensitive = false");
    }

    /**
     * None: Spark's servers speak the protocol of Hive, whose driver brings a hundred libraries; a session with Spark is begun where Spark is on the class path.
     */
    @Override
    public Optional<JdbcAccess> jdbc() {
        return Optional.empty();
    }
}
