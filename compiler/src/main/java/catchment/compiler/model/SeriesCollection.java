package catchment.compiler.model;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An event-level output table: several series side by side, one row for each row of their common domain.
 *
 * @param members name to series, in order of definition; at least one is an event series
 * @param domain the rows
 */
public record SeriesCollection(Map<String, Series> members, Domain domain) implements Node {
    public SeriesCollection {
        members = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(members));
        if (domain.isPatient()) {
            throw new ModelException("an event table needs an event series");
        }
    }

    /** A table of these series. */
    public SeriesCollection(Map<String, Series> members) {
        this(members, Domain.common(java.util.List.copyOf(members.values())));
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
