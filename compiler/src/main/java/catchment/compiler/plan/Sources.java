package catchment.compiler.plan;

import catchment.compiler.model.InlinePatientTable;
import catchment.compiler.model.InlineRows;
import catchment.compiler.model.Node;
import catchment.compiler.model.SelectPatientTable;
import catchment.compiler.model.SelectTable;
import catchment.compiler.model.TableSchema;
import catchment.compiler.model.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.SqlOperator;

/** The relations behind the tables of a definition. */
final class Sources {
    private final Workshop shop;
    private final Map<Node, Relation> relations = new IdentityHashMap<>();
    private final List<Plan.Data> data = new ArrayList<>();

    Sources(Workshop shop) {
        this.shop = shop;
    }

    /** The name of a table in the database. */
    static Optional<String> name(Node node) {
        return switch (node) {
            case SelectTable table -> Optional.of(table.definition().name());
            case SelectPatientTable table -> Optional.of(table.definition().name());
            default -> Optional.empty();
        };
    }

    /** Inline tables that have been asked for. */
    List<Plan.Data> data() {
        return data;
    }

    /** The relation behind a table node. */
    Relation of(Node table) {
        Relation found = relations.get(table);
        if (found == null) {
            found = switch (table) {
                case SelectTable select -> relation(select.definition().name(), select.schema(), true);
                case SelectPatientTable select -> relation(select.definition().name(), select.schema(), true);
                case InlinePatientTable inline -> inline(inline);
                default -> throw new IllegalArgumentException("no table: " + table.getClass());
            };
            relations.put(table, found);
        }
        return found;
    }

    private Relation relation(String name, TableSchema schema, boolean foreign) {
        Map<String, SqlOperator> guards = new HashMap<>();
        Relation relation = new Relation(name, new LinkedHashMap<>(), List.of(Relation.PATIENT), guards);
        RelDataType patient = shop.algebra.type(Type.INT, false);
        relation.columns().put(Relation.PATIENT, patient);
        for (TableSchema.Column column : schema.columns()) {
            relation.columns().put(column.name(), shop.algebra.type(column.type()));
            if (foreign) {
                shop.guard(column.type()).ifPresent(guard -> guards.put(column.name(), guard));
            }
        }
        return relation;
    }

    private Relation inline(InlinePatientTable table) {
        String name = shop.names.fresh("inline_" + table.definition().name());
        List<Plan.Column> columns = new ArrayList<>();
        columns.add(new Plan.Column(Relation.PATIENT, Type.INT));
        table.schema().columns().forEach(column -> columns.add(new Plan.Column(column.name(), column.type())));
        switch (table.rows()) {
            case InlineRows.Written written -> data.add(new Plan.Data(name, columns, written.rows()));
            case InlineRows.File file -> throw new IllegalArgumentException("rows still in a file: " + file.path());
        }
        return relation(name, table.schema(), false);
    }
}
