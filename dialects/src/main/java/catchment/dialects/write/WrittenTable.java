package catchment.dialects.write;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.apache.calcite.linq4j.tree.Expression;
import org.apache.calcite.plan.RelOptTable;
import org.apache.calcite.prepare.RelOptTableImpl;
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

    /** The same table, be it of a query, with columns of other types. */
    static RelOptTable described(RelOptTable table, RelDataType columns) {
        List<String> name = table.getQualifiedName();
        WrittenTable written = table.unwrap(WrittenTable.class);
        return written == null
                ? RelOptTableImpl.create(null, columns, ImmutableList.copyOf(name), (Expression) null)
                : RelOptTableImpl.create(null, columns, name, new WrittenTable(written.sql(), columns), (Expression) null);
    }

    String sql() {
        return sql;
    }

    @Override
    public RelDataType getRowType(RelDataTypeFactory types) {
        return columns;
    }
}
