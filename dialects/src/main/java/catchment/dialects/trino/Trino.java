package catchment.dialects.trino;

import catchment.compiler.model.Type;
import catchment.compiler.plan.Capabilities;
import catchment.dialects.program.SqlProgram;
import catchment.dialects.spi.Dialect;
import catchment.dialects.spi.JdbcAccess;
import catchment.dialects.spi.OperatorTable;
import catchment.dialects.spi.StagedTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.sql.SqlDialect;

/**
 * Trino 400 and later. It has no temporary tables: stages and data are real tables in the session's catalog and schema, {@code catchment_RUN_STAGE}, which the
 * program removes at its end; what a killed process leaves is known by that name.
 */
public final class Trino implements Dialect {
    private static final int LONGEST_NAME = 128;
    private static final SqlDialect SQL = new TrinoSql();
    // rows with nulls in them do not compare. A statement may have 150 stages, and a join is up to three; expressions are compiled to methods of Java
    private static final Capabilities CAPABILITIES =
            new Capabilities(100, 100, 40, 16, 32, 1_000, false, true, false, TrinoOperators.TABLE::copies);

    private final List<String> schema;

    /** Stages are in the session's catalog and schema. */
    public Trino() {
        this(List.of());
    }

    private Trino(List<String> schema) {
        this.schema = List.copyOf(schema);
    }

    @Override
    public String name() {
        return "trino";
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
        return TrinoOperators.TABLE;
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
            case INT -> (Long) value == Long.MIN_VALUE ? TrinoOperators.LEAST : value.toString();
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
    public Optional<Dialect> staging(List<String> place) {
        if (place.size() != 1 && place.size() != 2) {
            throw new IllegalArgumentException("Trino keeps stages in a schema, of this catalog or another: `SCHEMA` or `CATALOG.SCHEMA`");
        }
        return Optional.of(new Trino(place));
    }

    @Override
    public boolean stagesOutliveSession() {
        return true;
    }

    /** In small letters: Trino makes them small, in its answers too. */
    @Override
    public List<String> place(String name, String run) {
        List<String> place = new ArrayList<>(schema);
        place.add(StagedTable.name(run, name, LONGEST_NAME));
        return place;
    }

    /** https://trino.io/docs/current/admin/properties-query-management.html#query-max-run-time */
    @Override
    public List<String> timeLimit(Duration limit) {
        return List.of("SET SESSION query_max_run_time = '" + Math.max(1, limit.toMillis()) + "ms'");
    }

    @Override
    public List<String> materialise(String place, String query) {
        return List.of("CREATE TABLE " + place + " AS\n" + query);
    }

    @Override
    public String discard(String place) {
        return "DROP TABLE IF EXISTS " + place;
    }

    @Override
    public String createData(SqlProgram.DataTable data) {
        return createTable("CREATE TABLE", data);
    }

    @Override
    public List<String> session() {
        return List.of();
    }

    @Override
    public Optional<JdbcAccess> jdbc() {
        return Optional.of(new TrinoAccess());
    }
}
