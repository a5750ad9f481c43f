package catchment.compiler.plan;

import catchment.compiler.model.CountEpisodes;
import catchment.compiler.model.Type;
import catchment.compiler.plan.Relation.Reference;
import catchment.compiler.plan.Relation.Slot;
import org.apache.calcite.util.ImmutableBitSet;
import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Set;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.logical.LogicalAggregate;
import org.apache.calcite.rex.RexFieldCollation;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexWindowBounds;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/** Runs of dates: beside each date the one before it; a run begins where there is none or the gap is too long. */
final class EpisodesShape implements Shape {
    @Override
    public boolean fits(Extraction extraction, Capabilities capabilities) {
        return extraction.node() instanceof CountEpisodes;
    }

    @Override
    public void answer(List<Extraction> extractions, EventRows events, Workshop shop) {
        extractions.forEach(extraction -> answer(extraction, events, shop));
    }

    private static void answer(Extraction extraction, EventRows events, Workshop shop) {
        Algebra algebra = shop.algebra;
        CountEpisodes episodes = (CountEpisodes) extraction.node();
        String name = shop.served.name(List.of(episodes), extraction.table().definition().name());
        RelNode dates = SetShape.Flagged.rows(extraction, events, name, shop);
        List<String> key = events.keyNames();
        int width = key.size();
        List<RexNode> whose = algebra.inputs(dates, width);
        RexNode date = algebra.input(dates, width);
        RexNode before = algebra.rex()
                .makeOver(
                        algebra.type(Type.DATE),
                        SqlStdOperatorTable.LAG,
                        List.of(date),
                        whose,
                        ImmutableList.of(new RexFieldCollation(date, Set.of())),
                        RexWindowBounds.UNBOUNDED_PRECEDING,
                        RexWindowBounds.CURRENT_ROW,
                        true,
                        true,
                        false,
                        false,
                        false);
        RelNode neighbours = algebra.project(dates, Algebra.joined(whose, List.of(date, before)), Algebra.joined(key, List.of("value", "before")));
        RexNode gap =
                algebra.call(Operators.DAYS_BETWEEN, Type.INT, algebra.input(neighbours, width), algebra.input(neighbours, width + 1));
        RexNode begins = algebra.call(
                SqlStdOperatorTable.OR,
                Type.BOOL,
                algebra.sure(SqlStdOperatorTable.IS_NULL, Type.BOOL, algebra.input(neighbours, width + 1)),
                algebra.call(SqlStdOperatorTable.GREATER_THAN, Type.BOOL, gap, algebra.literal(episodes.maximumGapDays(), Type.INT)));
        RelNode beginnings = algebra.filter(neighbours, begins);
        AggregateCall count = algebra.aggregate(SqlStdOperatorTable.COUNT, false, List.of(), -1, beginnings, "episodes");
        RelNode counted = LogicalAggregate.create(beginnings, List.of(), ImmutableBitSet.range(width), null, List.of(count));
        Relation stage = shop.stage(name, "episodes in " + extraction.table().definition().name(), counted, key, List.of(episodes));
        shop.know(
                episodes,
                new Reference(
                        new Slot(stage, "episodes"),
                        (a, number) -> a.call(SqlStdOperatorTable.COALESCE, Type.INT, number, a.literal(0L, Type.INT))));
    }
}
