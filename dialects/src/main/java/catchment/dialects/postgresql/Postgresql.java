package catchment.dialects.postgresql;

import catchment.compiler.model.Type;
import catchment.compiler.plan.Capabilities;
import catchment.dialects.program.SqlProgram;
import catchment.dialects.spi.Dialect;
import catchment.dialects.spi.JdbcAccess;
import catchment.dialects.spi.OperatorTable;
import catchment.dialects.spi.RunLock;
import catchment.dialects.spi.StagedTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.sql.SqlDialect;

/** PostgreSQL 13 and later: stages are temporary tables, or real ones in a schema, each analysed before it is read. */
public final class Postgresql implements Dialect {
    private static final int LONGEST_NAME = 63;
    // since version 14; else a statement whose client has gone goes on to its end
    private static final String NOTICES_A_LOST_CLIENT =
            "SELECT set_config(name, '5s', false) FROM pg_settings WHERE name = 'client_connection_check_interval'";
    private static final SqlDialect SQL = new PostgresqlSql();
    private static final Capabilities CAPABILITIES =
            new Capabilities(200, 50, 40, 24, 48, 1_000, false, true, true, PostgresqlOperators.TABLE::copies);

    private final Optional<String> schema;

    /** Stages are temporary tables. */
    public Postgresql() {
        this(Optional.empty());
    }

    private Postgresql(Optional<String> schema) {
        this.schema = schema;
    }

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
    public Optional<Dialect> staging(List<String> place) {
        if (place.size() != 1) {
            throw new IllegalArgumentException("PostgreSQL keeps stages in a schema of the database: `SCHEMA`");
        }
        return Optional.of(new Postgresql(Optional.of(place.getFirst())));
    }

    @Override
    public boolean stagesOutliveSession() {
        return schema.isPresent();
    }

    /** An advisory lock: https://www.postgresql.org/docs/current/functions-admin.html#FUNCTIONS-ADVISORY-LOCKS */
    @Override
    public Optional<RunLock> lock(String run) {
        String key = "hashtextextended(" + text(StagedTable.PREFIX + run) + ", 0)";
        return Optional.of(new RunLock("SELECT pg_advisory_lock_shared(" + key + ")", "SELECT pg_try_advisory_lock(" + key + ")"));
    }

    @Override
    public List<String> place(String name, String run) {
        return schema.map(one -> List.of(one, StagedTable.name(run, name, LONGEST_NAME))).orElse(List.of(name));
    }

    @Override
    public List<String> materialise(String place, String query) {
        return List.of(create() + " " + place + " AS\n" + query, "ANALYZE " + place);
    }

    private String create() {
        return schema.isPresent() ? "CREATE TABLE" : "CREATE TEMPORARY TABLE";
    }

    @Override
    public Optional<String> named(String place, String query) {
        // a view of the session would not outlive it
        return schema.isPresent() ? Optional.empty() : Optional.of("CREATE TEMPORARY VIEW " + place + " AS\n" + query);
    }

    @Override
    public String discardNamed(String place) {
        return "DROP VIEW IF EXISTS pg_temp." + place;
    }

    @Override
    public String discard(String place) {
        return "DROP TABLE IF EXISTS " + (schema.isPresent() ? "" : "pg_temp.") + place;
    }

    @Override
    public String createData(SqlProgram.DataTable data) {
        return createTable(create(), data);
    }

    @Override
    public List<String> indexed(String place) {
        return List.of("CREATE INDEX ON " + place + " (\"patient_id\")");
    }

    /** https://www.postgresql.org/docs/current/runtime-config-client.html#GUC-STATEMENT-TIMEOUT */
    @Override
    public List<String> timeLimit(Duration limit) {
        return List.of("SET statement_timeout = " + limit.toMillis());
    }

    /** Compiling a query of many expressions takes longer than it saves. */
    @Override
    public List<String> session() {
        List<String> statements = new ArrayList<>(List.of("SET standard_conforming_strings = on", "SET jit = off", NOTICES_A_LOST_CLIENT));
        statements.addAll(FloatFunctions.CREATED);
        return statements;
    }

    @Override
    public Optional<JdbcAccess> jdbc() {
        return Optional.of(new PostgresqlAccess());
    }
}
