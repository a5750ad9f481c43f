package catchment.runtime.data;

import catchment.compiler.model.Graph;
import catchment.compiler.model.Node;
import catchment.compiler.model.SelectColumn;
import catchment.compiler.model.SelectPatientTable;
import catchment.compiler.model.SelectTable;
import catchment.compiler.model.TableDefinition;
import catchment.compiler.model.TableSchema;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The tables that a definition reads, each with the columns that it uses. */
public final class UsedTables {
    private final SortedMap<String, Used> byName = new TreeMap<>();

    private static final class Used {
        private boolean onePerPatient;
        private final Map<String, TableSchema.Column> columns = new LinkedHashMap<>();
        private final Set<String> selected = new HashSet<>();
    }

    private UsedTables() {}

    /** The tables of these nodes and all below, in alphabetical order, with the columns that are used; inline tables are not among them. */
    public static List<FileTable> of(Collection<? extends Node> roots) {
        return of(roots, false);
    }

    /** The same tables with all their columns. */
    public static List<FileTable> whole(Collection<? extends Node> roots) {
        return of(roots, true);
    }

    private static List<FileTable> of(Collection<? extends Node> roots, boolean whole) {
        UsedTables used = new UsedTables();
        for (Node node : Graph.postOrder(roots)) {
            switch (node) {
                case SelectTable table -> used.table(table.definition(), false);
                case SelectPatientTable table -> used.table(table.definition(), true);
                case SelectColumn column -> {
                    switch (column.source().table()) {
                        case SelectTable table -> used.table(table.definition(), false).selected.add(column.name());
                        case SelectPatientTable table -> used.table(table.definition(), true).selected.add(column.name());
                        default -> {}
                    }
                }
                default -> {}
            }
        }
        return used.byName.entrySet().stream()
                .map(entry -> new FileTable(
                        entry.getKey(),
                        entry.getValue().onePerPatient,
                        entry.getValue().columns.values().stream().filter(column -> whole || entry.getValue().selected.contains(column.name())).toList(),
                        entry.getValue().columns.keySet(),
                        false))
                .toList();
    }

    /** Two modules may declare a table of one name: they are two views of the same records. */
    private Used table(TableDefinition definition, boolean onePerPatient) {
        Used used = byName.computeIfAbsent(definition.name(), _ -> new Used());
        used.onePerPatient |= onePerPatient;
        definition.schema().columns().forEach(column -> used.columns.putIfAbsent(column.name(), column));
        return used;
    }
}
