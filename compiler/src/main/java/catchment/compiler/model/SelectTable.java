package catchment.compiler.model;

/**
 * All rows of a table with any number of rows per patient.
 *
 * @param definition the table
 */
public record SelectTable(TableDefinition definition) implements EventFrame {
    @Override
    public TableSchema schema() {
        return definition.schema();
    }

    @Override
    public Domain domain() {
        return Domain.of(this);
    }

    @Override
    public SelectTable table() {
        return this;
    }

    @Override
    public boolean isSorted() {
        return false;
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
