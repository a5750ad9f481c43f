package catchment.spec.kit;

import catchment.compiler.model.Node;
import catchment.compiler.model.SelectPatientTable;
import catchment.compiler.model.SelectTable;
import catchment.compiler.model.TableDefinition;
import catchment.compiler.model.TableSchema;
import catchment.compiler.model.Type;
import catchment.runtime.format.CellText;
import catchment.runtime.tables.Table;
import catchment.runtime.tables.Tables;
import catchment.spec.cases.Cells;
import catchment.spec.cases.DataTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The data of a case as typed rows. */
final class CaseTables {
    private CaseTables() {}

    /**
     * The rows, for the tables that the definition reads.
     *
     * @param nodes all nodes of the definition
     */
    static Tables of(List<DataTable> data, Collection<? extends Node> nodes) {
        Map<String, Table> tables = new LinkedHashMap<>();
        for (Node node : nodes) {
            definition(node).ifPresent(definition -> data.stream()
                    .filter(table -> table.name().equals(definition.className()) || table.name().equals(definition.name()))
                    .findFirst()
                    .ifPresent(table -> tables.put(definition.name(), table(table, definition.schema()))));
        }
        return new Tables(tables);
    }

    private static Optional<TableDefinition> definition(Node node) {
        if (node instanceof SelectTable table) {
            return Optional.of(table.definition());
        }
        return node instanceof SelectPatientTable table ? Optional.of(table.definition()) : Optional.empty();
    }

    private static Table table(DataTable data, TableSchema schema) {
        List<Table.Column> columns = schema.columns().stream().map(column -> new Table.Column(column.name(), column.type())).toList();
        List<String> given = data.columns().stream().map(DataTable.Column::name).toList();
        boolean standard = data.kind() instanceof DataTable.Kind.Standard;
        given.stream().filter(name -> standard && schema.column(name).isEmpty()).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException(data.name() + " has no column " + name);
        });
        List<Table.Row> rows = new ArrayList<>();
        for (List<String> cells : data.rows()) {
            List<Object> values = new ArrayList<>();
            for (Table.Column column : columns) {
                int index = given.indexOf(column.name());
                values.add(index < 0 ? null : value(column.type(), cells.get(index + 1)));
            }
            rows.add(new Table.Row(Long.parseLong(cells.getFirst()), values));
        }
        return new Table(columns, rows);
    }

    /** The value that a cell stands for; null for null. */
    static Object value(Type type, String cell) {
        return Cells.read(cell)
                .map(text -> type.isText()
                        ? text
                        : CellText.read(type, text).orElseThrow(() -> new IllegalArgumentException("`" + cell + "` is no " + type.serialName())))
                .orElse(null);
    }
}
