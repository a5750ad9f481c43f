package catchment.dialects.write;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.calcite.rel.RelCollations;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.TableScan;
import org.apache.calcite.rel.logical.LogicalAggregate;
import org.apache.calcite.rel.logical.LogicalFilter;
import org.apache.calcite.rel.logical.LogicalJoin;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexFieldCollation;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexOver;
import org.apache.calcite.rex.RexWindow;

/** One step in which a dialect lowers a relation: its parts are rewritten first, then what reads them. A step says only what it changes. */
public abstract class Rewriting {
    protected final RexBuilder rex;

    /**
     * A step on one relation.
     *
     * @param relation whose cluster the new one is of
     */
    protected Rewriting(RelNode relation) {
        this.rex = relation.getCluster().getRexBuilder();
    }

    /** The relation, rewritten. */
    public final RelNode of(RelNode relation) {
        List<RelNode> inputs = relation.getInputs().stream().map(this::of).toList();
        return switch (relation) {
            case TableScan scan -> scan(scan);
            case Project project -> project(project, inputs.getFirst());
            case Filter filter -> LogicalFilter.create(inputs.getFirst(), condition(filter.getCondition()));
            case Join join -> LogicalJoin.create(
                    inputs.get(0), inputs.get(1), List.of(), condition(join.getCondition()), Set.of(), join.getJoinType());
            case Aggregate aggregate -> aggregate(aggregate, inputs.getFirst());
            default -> relation.copy(relation.getTraitSet(), inputs);
        };
    }

    /** A table as it is to be read. */
    protected RelNode scan(TableScan scan) {
        return scan;
    }

    /** A projection of what its input has become. */
    protected RelNode project(Project project, RelNode input) {
        return project(input, project.getProjects().stream().map(this::column).toList(), project.getRowType().getFieldNames());
    }

    /** An aggregation of what its input has become. */
    protected RelNode aggregate(Aggregate aggregate, RelNode input) {
        return aggregated(aggregate, input, aggregate.getAggCallList().stream().map(call -> retyped(call, input)).toList());
    }

    /** An expression that gives a column. */
    protected RexNode column(RexNode expression) {
        return expression;
    }

    /** An expression that chooses rows. */
    protected RexNode condition(RexNode expression) {
        return expression;
    }

    /** A window function whose operands, and the values that it partitions and sorts by, are rewritten. */
    protected final RexNode over(RexOver over, UnaryOperator<RexNode> values, UnaryOperator<RexNode> sorted) {
        RexWindow window = over.getWindow();
        ImmutableList.Builder<RexFieldCollation> order = ImmutableList.builder();
        window.orderKeys.forEach(key -> order.add(new RexFieldCollation(sorted.apply(key.left), key.right)));
        return rex.makeOver(
                over.getType(),
                over.getAggOperator(),
                over.getOperands().stream().map(values).toList(),
                window.partitionKeys.stream().map(values).toList(),
                order.build(),
                window.getLowerBound(),
                window.getUpperBound(),
                window.isRows(),
                true,
                false,
                over.isDistinct(),
                over.ignoreNulls());
    }

    /** A projection. */
    protected static RelNode project(RelNode input, List<? extends RexNode> expressions, List<String> names) {
        return LogicalProject.create(input, List.of(), expressions, names, Set.of());
    }

    /** The aggregation with these calls. */
    protected static RelNode aggregated(Aggregate aggregate, RelNode input, List<AggregateCall> calls) {
        return LogicalAggregate.create(input, List.of(), aggregate.getGroupSet(), null, calls);
    }

    /** The call over another input, whose columns may be of another type. */
    protected static AggregateCall retyped(AggregateCall call, RelNode input) {
        return retyped(call, call.getArgList(), call.filterArg, input);
    }

    /** The call over other columns. */
    protected static AggregateCall retyped(AggregateCall call, List<Integer> arguments, int filter, RelNode input) {
        return AggregateCall.create(
                call.getAggregation(), call.isDistinct(), false, false, List.of(), arguments, filter, null, RelCollations.EMPTY, false, input,
                null, call.getName());
    }
}
