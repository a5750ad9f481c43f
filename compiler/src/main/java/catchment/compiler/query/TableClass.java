package catchment.compiler.query;

import catchment.compiler.eval.EvaluatedValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The class of a table: its name and what it has besides columns.
 *
 * @param name as it was declared
 * @param members methods and properties, those of its base first
 */
record TableClass(String name, Map<String, EvaluatedValue> members) {
    TableClass {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /** The method or property of that name. */
    Optional<EvaluatedValue> member(String name) {
        return Optional.ofNullable(members.get(name));
    }
}
