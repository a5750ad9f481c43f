package catchment.compiler.plan;

import catchment.compiler.model.PickOneRowPerPatient;
import catchment.compiler.model.PickOneRowPerPatient.Position;
import catchment.compiler.model.SelectColumn;
import catchment.compiler.model.Series;
import catchment.compiler.model.Type;
import catchment.compiler.plan.Relation.Reference;
import catchment.compiler.plan.Relation.Slot;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexFieldCollation;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexWindowBounds;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/**
 * A picked row where an engine cannot take the greatest of several rows: each patient's rows are numbered in the order of the pick, and the first stays.
 *
 * <pre>
 * select patient_id, date, value
 * from (select patient_id, date, value, row_number() over (partition by patient_id order by date desc nulls last, value desc nulls last) as place
 *   from events where is_bmi)
 * where place = 1
 * </pre>
 */
final class WindowShape implements Shape {
    @Override
    public boolean fits(Extraction extraction, Capabilities capabilities) {
        return extraction.node() instanceof PickOneRowPerPatient;
    }

    @Override
    public void answer(List<Extraction> extractions, EventRows events, Workshop shop) {
        extractions.forEach(extraction -> answer(extraction, events, shop));
    }

    private static void answer(Extraction extraction, EventRows events, Workshop shop) {
        Algebra algebra = shop.algebra;
        PickOneRowPerPatient pick = (PickOneRowPerPatient) extraction.node();
        String table = extraction.table().definition().name();
        String name = shop.served.name(List.of(pick), table);
        List<String> key = events.keyNames();
        List<Series> wanted = new ArrayList<>();
        Set<Object> seen = new HashSet<>();
        Names fresh = new Names(key);
        List<String> names = new ArrayList<>();
        for (Series value : extraction.values()) {
            if (seen.add(Extraction.identity(value))) {
                wanted.add(value);
                names.add(fresh.fresh(value instanceof SelectColumn column ? column.name() : shop.served.nameOr(value, "value")));
            }
        }
        List<Object> identities = wanted.stream().map(Extraction::identity).toList();
        List<Series> read = new ArrayList<>(wanted);
        List<String> readNames = new ArrayList<>(names);
        int flag = extraction.flag().map(Extraction::identity).map(identities::indexOf).orElse(-1);
        if (extraction.flag().isPresent() && flag < 0) {
            flag = read.size();
            read.add(extraction.flag().get());
            readNames.add(fresh.fresh("is_matched"));
        }
        RelNode rows = new Assembly(shop, events, name, read).relation(readNames);
        if (flag >= 0) {
            rows = algebra.filter(rows, algebra.input(rows, key.size() + flag));
        }
        int width = key.size() + wanted.size();
        List<RexNode> columns = algebra.inputs(rows, width);
        columns.add(place(pick, wanted, rows, key.size(), shop));
        List<String> columnNames = Algebra.joined(key, Algebra.joined(names, List.of(fresh.fresh("place"))));
        RelNode placed = algebra.project(rows, columns, columnNames);
        RelNode first = algebra.filter(
                placed,
                algebra.call(SqlStdOperatorTable.EQUALS, Type.BOOL, algebra.input(placed, width), algebra.literal(1L, Type.INT)));
        List<RexNode> values = algebra.inputs(first, key.size());
        List<String> valueNames = new ArrayList<>(key);
        Names freshValues = new Names(key);
        for (SelectColumn column : extraction.selected()) {
            values.add(algebra.input(first, key.size() + identities.indexOf(column.name())));
            valueNames.add(freshValues.fresh(shop.served.nameOr(column, column.name())));
        }
        if (extraction.counted()) {
            values.add(algebra.sure(SqlStdOperatorTable.IS_NOT_NULL, Type.BOOL, algebra.input(first, 0)));
            valueNames.add(freshValues.fresh("found"));
        }
        Relation stage = shop.stage(name, "read from " + table, algebra.project(first, values, valueNames), key, List.of(pick));
        int at = key.size();
        for (SelectColumn column : extraction.selected()) {
            shop.know(column, new Reference(new Slot(stage, valueNames.get(at++)), Relation.Read.PLAIN));
        }
        if (extraction.counted()) {
            shop.know(pick, new Reference(new Slot(stage, valueNames.get(at)), Relation.Read.PLAIN));
        }
    }

    /** The place of a row among those of its key, from 1 on. Nulls come first from the start, so last from the end. */
    private static RexNode place(PickOneRowPerPatient pick, List<Series> keys, RelNode rows, int first, Workshop shop) {
        boolean descending = pick.position() == Position.LAST;
        Set<SqlKind> direction = descending ? Set.of(SqlKind.DESCENDING, SqlKind.NULLS_LAST) : Set.of(SqlKind.NULLS_FIRST);
        ImmutableList.Builder<RexFieldCollation> order = ImmutableList.builder();
        for (int i = 0; i < keys.size(); i++) {
            order.add(new RexFieldCollation(shop.sortable(shop.algebra.input(rows, first + i), keys.get(i).type()), direction));
        }
        return shop.algebra.rex().makeOver(
                shop.algebra.type(Type.INT, false),
                SqlStdOperatorTable.ROW_NUMBER,
                List.of(),
                shop.algebra.inputs(rows, first),
                order.build(),
                RexWindowBounds.UNBOUNDED_PRECEDING,
                RexWindowBounds.CURRENT_ROW,
                true,
                true,
                false,
                false,
                false);
    }
}
