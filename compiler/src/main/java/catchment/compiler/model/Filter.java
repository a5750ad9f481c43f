package catchment.compiler.model;

/**
 * The rows of {@code source} for which {@code condition} is true; rows where it is false or null are left out.
 *
 * @param source an event frame
 * @param condition true or false for each row of the source, of a frame that the source was filtered from, or of the patient
 */
public record Filter(EventFrame source, Series condition) implements EventFrame {
    public Filter {
        Checks.type(condition, Type.BOOL);
        Checks.within(condition, source);
    }

    @Override
    public TableSchema schema() {
        return table().schema();
    }

    @Override
    public Domain domain() {
        return Domain.of(this);
    }

    @Override
    public SelectTable table() {
        return Checks.table(this);
    }

    @Override
    public boolean isSorted() {
        return Checks.sorted(this);
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
