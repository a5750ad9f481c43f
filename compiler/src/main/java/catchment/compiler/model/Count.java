package catchment.compiler.model;

/**
 * How many rows the patient has; 0 where none. Never null.
 *
 * @param source any frame
 */
public record Count(Frame source) implements Series {
    @Override
    public Type type() {
        return Type.INT;
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
