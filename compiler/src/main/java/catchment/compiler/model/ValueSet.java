package catchment.compiler.model;

import java.util.LinkedHashSet;
import java.util.SequencedSet;

/**
 * A fixed set of values, such as a codelist.
 *
 * @param values each of the Java class that {@link Type} says; no null; in order of first appearance, which means nothing
 * @param type of the members
 */
public record ValueSet(SequencedSet<Object> values, Type type) implements Node {
    public ValueSet {
        values = java.util.Collections.unmodifiableSequencedSet(new LinkedHashSet<>(values));
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
