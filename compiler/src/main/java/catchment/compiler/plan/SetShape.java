package catchment.compiler.plan;

import catchment.compiler.model.CombineAsSet;
import catchment.compiler.model.Series;
import catchment.compiler.model.Type;
import catchment.compiler.plan.Relation.Reference;
import catchment.compiler.plan.Relation.Slot;
import org.apache.calcite.util.ImmutableBitSet;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.logical.LogicalAggregate;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/** A patient's set of values: one row for each value, once; and a list of the patients that have any. */
final class SetShape implements Shape {
    @Override
    public boolean fits(Extraction extraction, Capabilities capabilities) {
        return extraction.node() instanceof CombineAsSet;
    }

    @Override
    public void answer(List<Extraction> extractions, EventRows events, Workshop shop) {
        extractions.forEach(extraction -> answer(extraction, events, shop));
    }

    private static void answer(Extraction extraction, EventRows events, Workshop shop) {
        Algebra algebra = shop.algebra;
        CombineAsSet set = (CombineAsSet) extraction.node();
        String name = shop.served.name(List.of(set), extraction.table().definition().name());
        RelNode rows = Flagged.rows(extraction, events, name, shop);
        List<String> key = events.keyNames();
        RelNode distinct = LogicalAggregate.create(rows, List.of(), ImmutableBitSet.range(key.size() + 1), null, List.of());
        String table = extraction.table().definition().name();
        Relation values = shop.stage(name + "_values", "values of " + table, distinct, key, List.of(set));
        RelNode scan = shop.scan(values, key);
        RelNode patients = LogicalAggregate.create(scan, List.of(), ImmutableBitSet.range(key.size()), null, List.of());
        Relation having = shop.stage(name + "_patients", "patients with values of " + table, patients, key, List.of(set));
        shop.lookups.know(set, values);
        shop.know(
                set,
                new Reference(
                        new Slot(having, Relation.PATIENT), (a, patient) -> a.sure(SqlStdOperatorTable.IS_NOT_NULL, Type.BOOL, patient)));
    }

    /** The rows of an extraction of one value. */
    static final class Flagged {
        private Flagged() {}

        /** The key and the value, which is not null, of the rows whose condition is true. */
        static RelNode rows(Extraction extraction, EventRows events, String name, Workshop shop) {
            Algebra algebra = shop.algebra;
            List<Series> wanted = new ArrayList<>(extraction.values());
            List<String> names = new ArrayList<>(List.of("value"));
            extraction.flag().filter(flag -> !wanted.contains(flag)).ifPresent(flag -> {
                wanted.add(flag);
                names.add("is_matched");
            });
            RelNode rows = new Assembly(shop, events, name, wanted).relation(names);
            List<String> key = events.keyNames();
            int width = key.size();
            RexNode present = algebra.sure(SqlStdOperatorTable.IS_NOT_NULL, Type.BOOL, algebra.input(rows, width));
            int flag = extraction.flag().map(wanted::indexOf).orElse(-1);
            RexNode kept = flag < 0 ? present : algebra.call(SqlStdOperatorTable.AND, Type.BOOL, algebra.input(rows, width + flag), present);
            RelNode filtered = algebra.filter(rows, kept);
            return algebra.project(filtered, algebra.inputs(filtered, width + 1), Algebra.joined(key, List.of("value")));
        }
    }
}
