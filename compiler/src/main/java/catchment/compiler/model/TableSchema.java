package catchment.compiler.model;

import java.util.List;
import java.util.Optional;

/**
 * The columns of a table, without {@code patient_id}.
 *
 * @param columns in order of definition, base class first
 */
public record TableSchema(List<Column> columns) {
    public TableSchema {
        columns = List.copyOf(columns);
    }

    /**
     * One column.
     *
     * @param name its name
     * @param type its type
     * @param constraints what holds of real data
     * @param dummyDataConstraints what dummy data should look like besides
     */
    public record Column(String name, Type type, List<Constraint> constraints, List<Constraint> dummyDataConstraints) {
        public Column {
            constraints = List.copyOf(constraints);
            dummyDataConstraints = List.copyOf(dummyDataConstraints);
        }

        /** The constraint of that kind, on real data. */
        public <C extends Constraint> Optional<C> constraint(Class<C> kind) {
            return constraints.stream().filter(kind::isInstance).map(kind::cast).findFirst();
        }
    }

    /** The column of that name. */
    public Optional<Column> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }
}
