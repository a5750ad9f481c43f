package catchment.compiler.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlOperator;

/**
 * Something that a statement can read: a base table, data, or a stage.
 *
 * @param name its name in the database
 * @param columns name to type, those of the key among them
 * @param key the columns that say whose row it is, by which it is joined: {@code patient_id}, {@code interval}, both, or for a list of codes none
 * @param guards for a table that is not made by a plan: what the values of a column are read through, because some may be out of our range
 */
record Relation(String name, Map<String, RelDataType> columns, List<String> key, Map<String, SqlOperator> guards) {
    static final String PATIENT = "patient_id";
    static final String INTERVAL = "interval";

    /** A column of a relation. */
    record Slot(Relation relation, String column) {
        RelDataType type() {
            return relation.columns().get(column);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Slot slot && slot.relation == relation && slot.column.equals(column);
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(relation) * 31 + column.hashCode();
        }
    }

    /** How the value of a node is read from a column; for a patient without a row the column is null. */
    @FunctionalInterface
    interface Read {
        Read PLAIN = (_, column) -> column;

        RexNode of(Algebra algebra, RexNode column);
    }

    /** Where the value of a node is found. */
    record Reference(Slot slot, Read read) {}

    /** A relation whose columns are not known yet. */
    static Relation named(String name) {
        return new Relation(name, new LinkedHashMap<>(), List.of(), Map.of());
    }

    /** The column, which is added if it is new. */
    Slot slot(String column, RelDataType type) {
        columns.putIfAbsent(column, type);
        return new Slot(this, column);
    }
}
