package catchment.compiler.model;

/**
 * The set of the patient's values that are not null; only {@link In} uses it.
 *
 * @param source an event series
 */
public record CombineAsSet(Series source) implements Series {
    public CombineAsSet {
        Checks.events(source);
    }

    @Override
    public Type type() {
        return source.type();
    }

    @Override
    public Domain domain() {
        return Domain.PATIENT;
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
