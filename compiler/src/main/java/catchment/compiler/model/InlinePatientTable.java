package catchment.compiler.model;

/**
 * A table with at most one row per patient whose rows come with the definition.
 *
 * @param definition its name and columns
 * @param rows where the rows are
 */
public record InlinePatientTable(TableDefinition definition, InlineRows rows) implements PatientFrame {
    @Override
    public TableSchema schema() {
        return definition.schema();
    }

    @Override
    public InlinePatientTable table() {
        return this;
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
