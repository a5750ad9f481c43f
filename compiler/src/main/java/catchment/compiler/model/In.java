package catchment.compiler.model;

import java.util.List;

/**
 * Whether a value is in a set. False, never null, where the set is empty; else null where the value is null.
 *
 * @param value what is looked for
 * @param set a fixed set, or the patient's own values
 * @param domain of the result
 */
public record In(Series value, Node set, Domain domain) implements Series {
    /** Whether a value is one of a fixed set. */
    public In(Series value, ValueSet set) {
        this(value, set, value.domain());
        if (!set.values().isEmpty() && set.type() != value.type()) {
            throw new ModelException("a set of another type");
        }
    }

    /** Whether a value is one of the patient's own values. */
    public In(Series value, CombineAsSet set) {
        this(value, set, Domain.common(List.of(value, set)));
        Checks.type(set, value.type());
    }

    @Override
    public Type type() {
        return Type.BOOL;
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
