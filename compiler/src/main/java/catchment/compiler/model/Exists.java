package catchment.compiler.model;

/**
 * Whether the patient has a row. Never null.
 *
 * @param source any frame
 */
public record Exists(Frame source) implements Series {
    @Override
    public Type type() {
        return Type.BOOL;
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
