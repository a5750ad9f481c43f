package catchment.dialects.spi;

import catchment.compiler.model.Node;
import catchment.compiler.model.Type;
import catchment.compiler.plan.Capabilities;
import catchment.dialects.program.SqlProgram;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.sql.SqlDialect;
import org.apache.calcite.sql.SqlNode;

/** A SQL dialect: how an engine wants what a plan says. Stateless. */
public interface Dialect {
    /** Its name on the command line: {@code duckdb}. */
    String name();

    /**
     * Whether the engine computes this, its inputs aside. A definition that asks for what it does not compute is refused, at the place that asks for it, before
     * anything is run.
     */
    default boolean computes(Node node) {
        return true;
    }

    /** What the planner may ask of the engine. */
    Capabilities capabilities();

    /** How relations and expressions are written. */
    SqlDialect sql();

    /** How each operator of ours is written. */
    OperatorTable operators();

    /** A relation as the engine can compute it; for an engine whose conditions are no values, one in which they are none. */
    default RelNode lowered(RelNode relation) {
        return relation;
    }

    /**
     * Sees a query before it is written.
     *
     * @throws IllegalStateException if it holds what the engine has no words for: a fault of ours, found before the engine sees it
     */
    default void check(SqlNode query) {}

    /** The engine's type for a column. */
    String columnType(Type type);

    /**
     * The one writer of literals outside of expressions.
     *
     * @param value of the Java class that {@link Type} says; null for a missing one
     * @throws IllegalArgumentException if the value cannot be written, such as a text with a NUL
     */
    String literal(Object value, Type type);

    /** An identifier as it is written. */
    default String quoted(String name) {
        return sql().quoteIdentifier(name);
    }

    /**
     * Where a stage or data of a program is kept: the parts of its identifier, the outermost first, not quoted yet.
     *
     * @param name unique in the program
     * @param run what tells this run from others at the same time: letters and digits
     */
    default List<String> place(String name, String run) {
        return List.of(name);
    }

    /** The statements that compute a stage once, so that the engine cannot merge it into what reads it; the place is quoted. */
    List<String> materialise(String place, String query);

    /**
     * The statement that gives a query a name, under which it is read without being computed before, and which this session alone sees; the place is quoted. Empty
     * for an engine that has no such thing: the query is then written where it is read.
     */
    default Optional<String> named(String place, String query) {
        return Optional.empty();
    }

    /** The statement that removes such a name, whether or not it is there; the place is quoted. */
    default String discardNamed(String place) {
        return "DROP VIEW IF EXISTS " + place;
    }

    /**
     * The same dialect for a database whose columns of codes have collations of their own.
     *
     * @param collations by the type of the codes
     */
    default Dialect collating(Map<Type, String> collations) {
        return this;
    }

    /** The statement that removes a stage or data, whether or not it is there; the place is quoted. */
    String discard(String place);

    /**
     * This dialect with all that a program makes kept in real tables, which outlive a session: a run that has lost its connection goes on where it was. Empty for an
     * engine that cannot do so.
     *
     * @param schema where: the parts of its identifier, the outermost first, not quoted yet
     * @throws IllegalArgumentException with a sentence that says how it is named, if it has too many parts
     */
    default Optional<Dialect> staging(List<String> schema) {
        return Optional.empty();
    }

    /** Whether what a program makes outlives the session that made it: each is then named as {@link StagedTable} says, and what a killed process leaves has to be removed. */
    default boolean stagesOutliveSession() {
        return false;
    }

    /** How a run with such stages shows that it lives; empty for an engine that has no locks of a session: then its age has to tell. */
    default Optional<RunLock> lock(String run) {
        return Optional.empty();
    }

    /** Statements after which the rows of a patient are found quickly in a table; the place is quoted. */
    default List<String> indexed(String place) {
        return List.of();
    }

    /** Statements that let no later statement of the session take longer; none for an engine that cannot: then it is stopped from outside. */
    default List<String> timeLimit(Duration limit) {
        return List.of();
    }

    /** The statement that makes the empty table of some data. */
    default String createData(SqlProgram.DataTable data) {
        return createTable("CREATE TEMPORARY TABLE", data);
    }

    /** {@code CREATE … TABLE place (columns)}. */
    default String createTable(String create, SqlProgram.DataTable data) {
        return data.columns().stream()
                .map(column -> quoted(column.name()) + " " + columnType(column.type()))
                .collect(Collectors.joining(", ", create + " " + data.place() + " (", ")"));
    }

    /** Statements to be run first on each connection. */
    List<String> session();

    /** How the engine is reached over JDBC; empty for one that is reached otherwise. */
    Optional<JdbcAccess> jdbc();
}
