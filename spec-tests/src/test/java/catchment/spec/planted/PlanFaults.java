package catchment.spec.planted;

import catchment.compiler.plan.Operators;
import catchment.spec.planted.Fault.OfExpression;
import catchment.spec.planted.Fault.OfRelation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.calcite.rel.RelCollations;
import org.apache.calcite.rel.RelFieldCollation;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.logical.LogicalAggregate;
import org.apache.calcite.rel.logical.LogicalFilter;
import org.apache.calcite.rel.logical.LogicalJoin;
import org.apache.calcite.rel.logical.LogicalSort;
import org.apache.calcite.rel.logical.LogicalUnion;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlAggFunction;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/** What a planner could get wrong: a join of the wrong kind, a lost guard, the wrong end of a row. */
final class PlanFaults {
    static final List<Fault> ALL = List.of(
            instead("< for <=", "dates/comparing", SqlStdOperatorTable.LESS_THAN_OR_EQUAL, SqlStdOperatorTable.LESS_THAN),
            instead("<= for <", "dates/comparing", SqlStdOperatorTable.LESS_THAN, SqlStdOperatorTable.LESS_THAN_OR_EQUAL),
            instead("> for >=", "dates/comparing", SqlStdOperatorTable.GREATER_THAN_OR_EQUAL, SqlStdOperatorTable.GREATER_THAN),
            instead(">= for >", "dates/comparing", SqlStdOperatorTable.GREATER_THAN, SqlStdOperatorTable.GREATER_THAN_OR_EQUAL),
            instead("= for <>", "series/nulls", SqlStdOperatorTable.NOT_EQUALS, SqlStdOperatorTable.EQUALS),
            instead("and for or", "booleans/logic", SqlStdOperatorTable.OR, SqlStdOperatorTable.AND),
            instead("or for and", "booleans/logic", SqlStdOperatorTable.AND, SqlStdOperatorTable.OR),
            instead("is null for is not null", "series/nulls", SqlStdOperatorTable.IS_NOT_NULL, SqlStdOperatorTable.IS_NULL),
            instead("is not null for is null", "series/nulls", SqlStdOperatorTable.IS_NULL, SqlStdOperatorTable.IS_NOT_NULL),
            instead("- for +", "numbers/whole", Operators.WHOLE_ADD, Operators.WHOLE_SUBTRACT),
            instead("a lost null guard: not for is not true", "frames/where", SqlStdOperatorTable.IS_NOT_TRUE, SqlStdOperatorTable.NOT),
            new OfExpression("a null that should be false: is true is lost", "population",
                    (call, _) -> call.getOperator() == SqlStdOperatorTable.IS_TRUE ? call.getOperands().getFirst() : call),
            new OfExpression("what is counted for nobody is null: coalesce is lost", "frames/aggregate",
                    (call, _) -> call.getOperator() == SqlStdOperatorTable.COALESCE ? call.getOperands().getFirst() : call),
            new OfExpression("the last branch of a case is lost", "cases/case", (call, rex) -> call.getOperator() != SqlStdOperatorTable.CASE
                    || call.getOperands().size() < 5 ? call : rex.makeCall(call.getType(), call.getOperator(), lastBranchLost(call.getOperands()))),
            new OfExpression("what holds otherwise in a case is lost", "cases/case", (call, rex) -> call.getOperator() != SqlStdOperatorTable.CASE
                    ? call : rex.makeCall(call.getType(), call.getOperator(), withLast(call.getOperands(), rex.makeNullLiteral(call.getType())))),
            new OfExpression("the first of a list is not in it", "series/membership", (call, rex) -> call.getOperator() != Operators.IN_LIST
                    || call.getOperands().size() < 3 ? call : rex.makeCall(call.getType(), call.getOperator(), without(call.getOperands(), 1, 1))),
            new OfExpression("the last tie-break is lost", "frames/ties", (call, rex) -> call.getOperator() != Operators.PACK
                    || call.getOperands().size() < 12 ? call : rex.makeCall(call.getType(), call.getOperator(), tiesSwapped(call.getOperands()))),
            new OfExpression("a bit of a list's mask is not looked at", "generator", (call, rex) -> call.getOperator() != Operators.HAS_BIT
                    ? call : rex.makeLiteral(true)),
            aggregate("min for max", "frames/aggregate", SqlStdOperatorTable.MAX, SqlStdOperatorTable.MIN),
            aggregate("max for min", "frames/aggregate", SqlStdOperatorTable.MIN, SqlStdOperatorTable.MAX),
            aggregate("the last row for the first", "frames/sort_and_pick", Operators.LEAST_ROW, Operators.GREATEST_ROW),
            aggregate("the first row for the last", "frames/sort_and_pick", Operators.GREATEST_ROW, Operators.LEAST_ROW),
            aggregates("rows are counted that do not match: a filter is lost", "frames/aggregate: one row", call -> call.withFilter(-1)),
            aggregates("equal values are counted each: distinct is lost", "frames/aggregate", call -> call.withDistinct(false)),
            joins("inner for left: who has no row is lost", "frames", JoinRelType.LEFT, JoinRelType.INNER),
            joins("left for inner: who is not in the population is kept", "generator", JoinRelType.INNER, JoinRelType.LEFT),
            new OfRelation("a where clause is lost", "frames/where", relation -> relation instanceof LogicalFilter filter ? filter.getInput() : relation),
            new OfRelation("a union keeps those of the first table alone", "population", relation -> relation instanceof LogicalUnion union
                    ? union.getInput(0) : relation),
            new OfRelation("a union keeps those of each table again", "population", relation -> relation instanceof LogicalUnion union
                    ? LogicalUnion.create(union.getInputs(), true) : relation),
            new OfRelation("rows come in the opposite order", "population", relation -> relation instanceof LogicalSort sort
                    ? LogicalSort.create(sort.getInput(), RelCollations.of(sort.getCollation().getFieldCollations().stream()
                            .map(PlanFaults::opposite).toList()), null, null)
                    : relation),
            new OfRelation("nulls come last", "population/event_tables", relation -> relation instanceof LogicalSort sort
                    ? LogicalSort.create(sort.getInput(), RelCollations.of(sort.getCollation().getFieldCollations().stream()
                            .map(one -> one.withNullDirection(RelFieldCollation.NullDirection.LAST)).toList()), null, null)
                    : relation));

    private PlanFaults() {}

    private static Fault instead(String name, String likely, SqlOperator right, SqlOperator wrong) {
        return new OfExpression(name, likely, (call, rex) -> call.getOperator() == right ? rex.makeCall(call.getType(), wrong, call.getOperands()) : call);
    }

    private static Fault aggregate(String name, String likely, SqlAggFunction right, SqlAggFunction wrong) {
        return aggregates(name, likely, call -> call.getAggregation() != right ? call : AggregateCall.create(
                wrong, call.isDistinct(), false, false, List.of(), call.getArgList(), call.filterArg, null, RelCollations.EMPTY, call.getType(), call.getName()));
    }

    private static Fault aggregates(String name, String likely, UnaryOperator<AggregateCall> change) {
        return new OfRelation(name, likely, relation -> relation instanceof LogicalAggregate aggregate
                ? LogicalAggregate.create(aggregate.getInput(), List.of(), aggregate.getGroupSet(), null, aggregate.getAggCallList().stream().map(change).toList())
                : relation);
    }

    private static Fault joins(String name, String likely, JoinRelType right, JoinRelType wrong) {
        return new OfRelation(name, likely, relation -> relation instanceof LogicalJoin join && join.getJoinType() == right
                ? LogicalJoin.create(join.getLeft(), join.getRight(), List.of(), join.getCondition(), Set.of(), wrong)
                : relation);
    }

    private static RelFieldCollation opposite(RelFieldCollation one) {
        return new RelFieldCollation(one.getFieldIndex(), RelFieldCollation.Direction.DESCENDING, one.nullDirection);
    }

    private static List<RexNode> without(List<RexNode> operands, int from, int number) {
        List<RexNode> left = new ArrayList<>(operands);
        left.subList(from, from + number).clear();
        return left;
    }

    private static List<RexNode> lastBranchLost(List<RexNode> operands) {
        return without(operands, operands.size() - 3, 2);
    }

    private static List<RexNode> withLast(List<RexNode> operands, RexNode last) {
        List<RexNode> changed = new ArrayList<>(operands);
        changed.set(operands.size() - 1, last);
        return changed;
    }

    /** Each part of a row has a name, whether it is there, a name and the value: the last two parts change places, so the last decides before the one before. */
    private static List<RexNode> tiesSwapped(List<RexNode> operands) {
        int last = operands.size() - 4;
        List<RexNode> changed = new ArrayList<>(operands.subList(0, last - 4));
        changed.addAll(operands.subList(last, operands.size()));
        changed.addAll(operands.subList(last - 4, last));
        return changed;
    }
}
