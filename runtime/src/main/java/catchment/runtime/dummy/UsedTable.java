package catchment.runtime.dummy;

import catchment.compiler.model.Frame;
import catchment.compiler.model.InlinePatientTable;
import catchment.compiler.model.Node;
import catchment.compiler.model.PatientFrame;
import catchment.compiler.model.SelectColumn;
import catchment.compiler.model.SelectPatientTable;
import catchment.compiler.model.SelectTable;
import catchment.compiler.model.TableDefinition;
import catchment.compiler.model.TableSchema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A table that is read, with those of its columns that are.
 *
 * @param name what the model calls it
 * @param oneRow whether a patient has at most one row
 * @param columns in order of the schema; none where only the rows count
 */
record UsedTable(String name, boolean oneRow, List<UsedColumn> columns) {
    /** Where the column of that name is. */
    int index(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(column)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no column " + column);
    }

    Optional<UsedColumn> column(String column) {
        return columns.stream().filter(one -> one.name().equals(column)).findFirst();
    }

    /** The tables of these nodes, by name; inline tables are not among them. */
    static SortedMap<String, UsedTable> of(Collection<Node> nodes, Vocabulary vocabulary) {
        Map<String, TableDefinition> definitions = new LinkedHashMap<>();
        Map<String, Set<TableSchema.Column>> columns = new TreeMap<>();
        Set<String> patientTables = new LinkedHashSet<>();
        for (Node node : nodes) {
            definition(node).ifPresent(table -> {
                definitions.putIfAbsent(table.name(), table);
                columns.computeIfAbsent(table.name(), _ -> new LinkedHashSet<>());
                if (node instanceof PatientFrame) {
                    patientTables.add(table.name());
                }
            });
            if (node instanceof SelectColumn column) {
                definition(column.source().table()).ifPresent(table -> columns
                        .computeIfAbsent(table.name(), _ -> new LinkedHashSet<>())
                        .add(column.source().schema().column(column.name()).orElseThrow()));
            }
        }
        SortedMap<String, UsedTable> tables = new TreeMap<>();
        columns.forEach((name, used) -> tables.put(name, new UsedTable(
                name, patientTables.contains(name), ordered(used, definitions.get(name).schema(), name, vocabulary))));
        return tables;
    }

    private static Optional<TableDefinition> definition(Node node) {
        return switch (node) {
            case SelectTable table -> Optional.of(table.definition());
            case SelectPatientTable table -> Optional.of(table.definition());
            case InlinePatientTable _ -> Optional.empty();
            case Node _ -> Optional.empty();
        };
    }

    private static List<UsedColumn> ordered(Set<TableSchema.Column> used, TableSchema schema, String table, Vocabulary vocabulary) {
        Map<String, TableSchema.Column> byName = new LinkedHashMap<>();
        used.forEach(column -> byName.putIfAbsent(column.name(), column));
        List<TableSchema.Column> inOrder = new ArrayList<>();
        schema.columns().forEach(column -> Optional.ofNullable(byName.remove(column.name())).ifPresent(inOrder::add));
        inOrder.addAll(byName.values());
        List<String> names = inOrder.stream().map(TableSchema.Column::name).toList();
        return inOrder.stream()
                .map(column -> new UsedColumn(column, names, vocabulary.of(table, column.name())))
                .toList();
    }

    /** The name of the table at the bottom of a frame; empty for an inline table. */
    static Optional<String> nameOf(Frame frame) {
        return definition(frame.table()).map(TableDefinition::name);
    }
}
