package catchment.compiler.model;

/**
 * One value per patient from a series of many, see {@link Kind}.
 *
 * @param kind how
 * @param source an event series
 */
public record Aggregate(Kind kind, Series source) implements Series {
    /** How values are brought together; nulls are left out of all of them. */
    public enum Kind {
        /** The number of different values; 0 where there is none, never null. */
        COUNT_DISTINCT,
        /** The least; null where there is none. */
        MIN,
        /** The greatest; null where there is none. */
        MAX,
        /** The sum; null where there is no value, and where it leaves 64 bits. */
        SUM,
        /** The mean, a float; null where there is none. */
        MEAN
    }

    public Aggregate {
        Checks.events(source);
        boolean fits = switch (kind) {
            case COUNT_DISTINCT -> true;
            case MIN, MAX -> source.type().isComparable();
            case SUM, MEAN -> source.type().isNumeric();
        };
        if (!fits) {
            throw new ModelException(kind + " of " + source.type().words());
        }
    }

    @Override
    public Type type() {
        return switch (kind) {
            case COUNT_DISTINCT -> Type.INT;
            case MEAN -> Type.FLOAT;
            case MIN, MAX, SUM -> source.type();
        };
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
