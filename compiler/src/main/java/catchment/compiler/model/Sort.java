package catchment.compiler.model;

/**
 * The rows of {@code source} in the order of {@code key}, nulls first; rows with equal keys keep the order that they had.
 *
 * @param source an event frame
 * @param key a comparable series of the rows of the source, or of a frame that the source was filtered from; never of the patient
 */
public record Sort(EventFrame source, Series key) implements EventFrame {
    public Sort {
        if (!key.type().isComparable()) {
            throw new ModelException("cannot sort by " + key.type().words());
        }
        if (key.domain().isPatient()) {
            throw new ModelException("cannot sort by one value per patient");
        }
        Checks.within(key, source);
    }

    @Override
    public TableSchema schema() {
        return table().schema();
    }

    @Override
    public Domain domain() {
        return Checks.rows(this).domain();
    }

    @Override
    public SelectTable table() {
        return Checks.table(this);
    }

    @Override
    public boolean isSorted() {
        return true;
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
