package catchment.compiler.model;

/**
 * All rows of a table with at most one row per patient.
 *
 * @param definition the table
 */
public record SelectPatientTable(TableDefinition definition) implements PatientFrame {
    @Override
    public TableSchema schema() {
        return definition.schema();
    }

    @Override
    public SelectPatientTable table() {
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
