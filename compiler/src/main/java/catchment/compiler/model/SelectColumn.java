package catchment.compiler.model;

/**
 * A column of a frame.
 *
 * @param source the frame
 * @param name a column of its table
 * @param type the column's type
 */
public record SelectColumn(Frame source, String name, Type type) implements Series {
    /** The column of that name, of the type that the table says. */
    public SelectColumn(Frame source, String name) {
        this(source, name, source.schema().column(name).orElseThrow(() -> new ModelException("no column " + name)).type());
    }

    @Override
    public Domain domain() {
        return source.domain();
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
