package catchment.compiler.model;

/**
 * A value that a run gives: the start or end of a measure's interval.
 *
 * @param name {@code interval_start_date} or {@code interval_end_date}
 * @param type its type
 */
public record Parameter(String name, Type type) implements Series {
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
