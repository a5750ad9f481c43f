package catchment.dialects.write;

import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.schema.impl.AbstractTable;

/** A table that is read from a query of a backend. */
final class WrittenTable extends AbstractTable {
    private final String sql;
    private final RelDataType columns;

    WrittenTable(String sql, RelDataType columns) {
        this.sql = sql;
        this.columns = columns;
    }

    String sql() {
        return sql;
    }

    @Override
    public RelDataType getRowType(RelDataTypeFactory types) {
        return columns;
    }
}
