package catchment.compiler.backend;

import catchment.compiler.model.Series;
import catchment.compiler.model.Type;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a backend comes to, in the environment that it was read in.
 *
 * @param name on the command line
 * @param dialect the name of the dialect that it speaks
 * @param schemas the modules of tables that it has as a whole: {@code ehrql.tables.core}
 * @param tables by their name in the model, those that only the backend itself reads among them
 * @param visible true for whoever may be seen, each of them; one of the patients that the backend lists among these
 * @param activeUntil the last day on which rows of a patient may be seen, of tables that say which of their columns that is about; without one, all
 * @param collations of the columns of codes, by type
 * @param madeColumns columns with one value that every table has which a program makes, by name
 */
public record BackendDefinition(
        String name,
        String dialect,
        List<String> schemas,
        Map<String, BackendTable> tables,
        List<Series> visible,
        Optional<Series> activeUntil,
        Map<Type, String> collations,
        Map<String, String> madeColumns) {
    public BackendDefinition {
        schemas = List.copyOf(schemas);
        tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
        visible = List.copyOf(visible);
        collations = Map.copyOf(collations);
        madeColumns = Collections.unmodifiableMap(new LinkedHashMap<>(madeColumns));
    }
}
