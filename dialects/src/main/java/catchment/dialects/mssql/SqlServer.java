package catchment.dialects.mssql;

import catchment.compiler.model.Type;
import catchment.compiler.plan.Capabilities;
import catchment.dialects.program.SqlProgram;
import catchment.dialects.spi.Dialect;
import catchment.dialects.spi.JdbcAccess;
import catchment.dialects.spi.OperatorTable;
import catchment.dialects.spi.RunLock;
import catchment.dialects.spi.StagedTable;
import catchment.dialects.write.ConditionsAsNumbers;
import catchment.dialects.write.FiltersAsCases;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.sql.SqlDialect;
import org.apache.calcite.sql.SqlNode;

/** SQL Server 2016 and later: stages are temporary tables of the session, {@code #population}, or real ones in a schema. */
public final class SqlServer implements Dialect {
    private static final int LONGEST_NAME = 128;
    private static final SqlDialect SQL = new SqlServerSql();
    // CASE nests ten levels deep at most, and one node of ours is up to two of them; sixteen tables are as many as its optimiser orders well
    private static final Capabilities CAPABILITIES =
            new Capabilities(20, 32, 40, 16, 40, 1_000, false, false, true, SqlServerOperators::copies);

    private final List<String> schema;
    private final Map<Type, String> collations;

    /** Stages are temporary tables, and columns of codes have the collations that are usual. */
    public SqlServer() {
        this(List.of(), Map.of());
    }

    private SqlServer(List<String> schema, Map<Type, String> collations) {
        this.schema = List.copyOf(schema);
        this.collations = Map.copyOf(collations);
    }

    @Override
    public String name() {
        return "mssql";
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
        return SqlServerOperators.TABLE;
    }

    @Override
    public RelNode lowered(RelNode relation) {
        RelNode unfiltered = new FiltersAsCases(relation).of(relation);
        RelNode exact = new ExactTexts(unfiltered).of(unfiltered);
        RelNode numbered = new ConditionsAsNumbers(exact, TSql.CONDITIONS).of(exact);
        return new Numbers32(numbered).of(numbered);
    }

    @Override
    public void check(SqlNode query) {
        new TSqlCheck().query(query);
    }

    @Override
    public String columnType(Type type) {
        return SqlServerTypes.column(type, collations);
    }

    @Override
    public String literal(Object value, Type type) {
        if (value == null) {
            return "NULL";
        }
        return switch (type) {
            case BOOL -> (Boolean) value ? "1" : "0";
            case INT -> value.toString();
            // without an exponent it would be a decimal, not a float
            case FLOAT -> value.toString().contains("E") ? value.toString() : value + "E0";
            case DATE -> "CAST('" + value + "' AS DATE)";
            case STR -> text((String) value);
            case SNOMEDCT_CODE, DMD_CODE, CTV3_CODE, ICD10_CODE, OPCS4_CODE, BNF_CODE, ICD10_MULTI_CODE_STRING, OPCS4_MULTI_CODE_STRING ->
                code((String) value);
        };
    }

    /** Codes that are loaded have the collation of the columns that they meet, so that the two compare and an index serves. */
    @Override
    public Dialect collating(Map<Type, String> own) {
        return new SqlServer(schema, own);
    }

    static String text(String value) {
        return "N" + quotedText(value);
    }

    /** A code, which is compared with a VARCHAR; what no code page holds is written as a text. */
    static String code(String value) {
        return value.chars().allMatch(unit -> unit < 0x80) ? quotedText(value) : text(value);
    }

    private static String quotedText(String value) {
        if (value.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a text with the character NUL");
        }
        // a backslash before the end of a line would continue the line, and both would be lost
        return "'" + value.replace("'", "''").replace("\\\r\n", "\\\\\r\n\r\n").replace("\\\n", "\\\\\n\n") + "'";
    }

    @Override
    public Optional<Dialect> staging(List<String> place) {
        if (place.size() != 1 && place.size() != 2) {
            throw new IllegalArgumentException("SQL Server keeps stages in a schema, of this database or another: `SCHEMA` or `DATABASE.SCHEMA`");
        }
        return Optional.of(new SqlServer(place, collations));
    }

    @Override
    public boolean stagesOutliveSession() {
        return !schema.isEmpty();
    }

    /**
     * A lock of the application, in the database that holds the tables, whichever the session is in:
     * https://learn.microsoft.com/sql/relational-databases/system-stored-procedures/sp-getapplock-transact-sql
     */
    @Override
    public Optional<RunLock> lock(String run) {
        String procedure = (schema.size() == 2 ? quoted(schema.getFirst()) + "." : "") + "sys.sp_getapplock";
        String key = "@Resource = " + text(StagedTable.PREFIX + run) + ", @LockOwner = N'Session', @LockMode = ";
        return Optional.of(new RunLock(
                "EXEC " + procedure + " " + key + "N'Shared'",
                "DECLARE @got INT; EXEC @got = " + procedure + " " + key + "N'Exclusive', @LockTimeout = 0; SELECT CASE WHEN @got >= 0 THEN 1 ELSE 0 END"));
    }

    /** A temporary table's name begins with {@code #} and is the session's own. */
    @Override
    public List<String> place(String name, String run) {
        if (schema.isEmpty()) {
            return List.of("#" + name);
        }
        List<String> place = new ArrayList<>(schema);
        place.add(StagedTable.name(run, name, LONGEST_NAME));
        return place;
    }

    @Override
    public List<String> indexed(String place) {
        return List.of("CREATE CLUSTERED INDEX [by_patient] ON " + place + " ([patient_id])");
    }

    /** The query stands within another, so that the target may stand in the outermost. */
    @Override
    public List<String> materialise(String place, String query) {
        return List.of("SELECT *\nINTO " + place + "\nFROM (\n" + query + "\n) AS [stage]");
    }

    @Override
    public String discard(String place) {
        return "DROP TABLE IF EXISTS " + place;
    }

    @Override
    public String createData(SqlProgram.DataTable data) {
        return createTable("CREATE TABLE", data);
    }

    /** What the driver sets by itself as well, and no counts of rows between results. */
    @Override
    public List<String> session() {
        return List.of(
                "SET NOCOUNT ON", "SET ANSI_NULLS ON", "SET ANSI_PADDING ON", "SET ANSI_WARNINGS ON", "SET ARITHABORT ON",
                "SET CONCAT_NULL_YIELDS_NULL ON", "SET QUOTED_IDENTIFIER ON", "SET DATEFORMAT ymd");
    }

    @Override
    public Optional<JdbcAccess> jdbc() {
        return Optional.of(new SqlServerAccess());
    }
}
