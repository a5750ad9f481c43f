package catchment.dialects.spi;

import catchment.compiler.model.Type;
import catchment.compiler.plan.Capabilities;
import catchment.dialects.program.SqlProgram;
import java.sql.SQLException;
import java.util.List;
import org.apache.calcite.sql.SqlDialect;

/** A SQL dialect: how an engine wants what a plan says. Stateless; names that it is given are not quoted yet. */
public interface Dialect {
    /** Its name on the command line and at the head of a DSN: {@code duckdb}. */
    String name();

    /** What the planner may ask of the engine. */
    Capabilities capabilities();

    /** How relations and expressions are written. */
    SqlDialect sql();

    /** How each operator of ours is written. */
    OperatorTable operators();

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

    /** The statements that compute a stage once, so that the engine cannot merge it into what reads it. */
    List<String> materialise(String name, String query);

    /** The statement that removes a stage or data, whether or not it is there. */
    String discard(String name);

    /** The statement that makes the empty table of some data. */
    String createData(SqlProgram.DataTable data);

    /** Statements to be run first on each connection. */
    List<String> session();

    /** True for an error that may not come again, such as a lost connection. */
    boolean isTransient(SQLException error);
}
