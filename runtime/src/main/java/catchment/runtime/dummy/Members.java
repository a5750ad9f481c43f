package catchment.runtime.dummy;

import catchment.compiler.meaning.Comparison;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A fixed set of values, none of them null, that one can also be drawn from. Made once for each codelist and then shared; compares by identity. */
final class Members {
    private final List<Object> list;
    private final Set<Object> keys;

    private Members(Set<Object> keys) {
        this.list = new ArrayList<>(keys);
        this.keys = keys;
    }

    static Members of(Collection<?> values) {
        Set<Object> keys = LinkedHashSet.newLinkedHashSet(values.size());
        values.forEach(value -> keys.add(Comparison.key(value)));
        return new Members(keys);
    }

    List<Object> list() {
        return list;
    }

    Set<Object> keys() {
        return keys;
    }

    boolean has(Object value) {
        return keys.contains(Comparison.key(value));
    }
}
