package catchment.compiler.model;

/**
 * The first or last row of each patient, in the order of the sorts above the table. A patient without rows has none.
 *
 * <p>Rows that the sorts leave equal are decided by the columns selected from this very pick anywhere in the dataset, in alphabetical order.
 *
 * @param source a sorted event frame
 * @param position which end
 */
public record PickOneRowPerPatient(EventFrame source, Position position) implements PatientFrame {
    /** Which row is picked. */
    public enum Position {
        FIRST,
        LAST
    }

    public PickOneRowPerPatient {
        if (!source.isSorted()) {
            throw new ModelException("cannot pick from unsorted rows");
        }
    }

    @Override
    public TableSchema schema() {
        return source.schema();
    }

    @Override
    public SelectTable table() {
        return source.table();
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
