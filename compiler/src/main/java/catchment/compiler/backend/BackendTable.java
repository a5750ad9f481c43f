package catchment.compiler.backend;

import catchment.compiler.model.TableDefinition;
import catchment.compiler.model.Type;
import catchment.grammar.source.Span;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a backend has a table.
 *
 * @param definition the table as definitions know it
 * @param source what it is read from
 * @param columns by their name in the definition, {@code patient_id} first
 * @param permission what a project must hold to use it here, besides what the table itself asks for
 * @param place where the backend says so
 */
public record BackendTable(
        TableDefinition definition, Source source, Map<String, Column> columns, Optional<String> permission, Span place) {
    /** The column that says whose row it is. */
    public static final String PATIENT_ID = "patient_id";

    public BackendTable {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    /** What a table is read from. */
    public sealed interface Source {
        /**
         * A table or view of the database.
         *
         * @param place the parts of its name, the outermost first, not quoted
         */
        record Physical(List<String> place) implements Source {
            public Physical {
                place = List.copyOf(place);
            }
        }

        /**
         * A query in the backend's own SQL.
         *
         * @param sql its text, which is written as it stands
         * @param computedOnce whether its rows are kept as a stage before anything reads them
         */
        record Query(String sql, boolean computedOnce) implements Source {}
    }

    /**
     * Where a column is.
     *
     * @param name its name in the source
     * @param missing values that stand for a missing one, of the Java class that {@link Type} says
     */
    public record Column(String name, List<Object> missing) {
        public Column {
            missing = List.copyOf(missing);
        }
    }

    /** The type of a column. */
    public Type type(String column) {
        return column.equals(PATIENT_ID) ? Type.INT : definition.schema().column(column).orElseThrow().type();
    }
}
