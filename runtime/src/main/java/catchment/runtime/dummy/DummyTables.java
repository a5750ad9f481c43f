package catchment.runtime.dummy;

import catchment.runtime.tables.CompactRows;
import catchment.runtime.tables.Table;
import catchment.runtime.tables.Tables;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps dummy data in memory. */
public final class DummyTables implements DummyRows {
    private final Map<String, List<Table.Column>> columns = new LinkedHashMap<>();
    private final Map<String, CompactRows> rows = new LinkedHashMap<>();

    @Override
    public void begin(List<DummyTable> tables) {
        for (DummyTable table : tables) {
            columns.put(table.name(), table.columns());
            rows.put(table.name(), new CompactRows(table.columns().size()));
        }
    }

    @Override
    public void rows(String table, List<Table.Row> more) {
        rows.get(table).addAll(more);
    }

    /** All that came; called at the end. */
    public Tables tables() {
        Map<String, Table> tables = new LinkedHashMap<>();
        columns.forEach((name, these) -> tables.put(name, new Table(these, rows.get(name))));
        return new Tables(tables);
    }
}
