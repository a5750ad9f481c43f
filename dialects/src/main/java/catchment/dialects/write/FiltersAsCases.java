package catchment.dialects.write;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/**
 * For an engine whose aggregates take no filter.
 *
 * <pre>
 * before:  sum(value) filter (where is_bmi)               · count(*) filter (where is_bmi)
 * after:   sum(case when is_bmi then value else null end) · count(case when is_bmi then 1 else null end)
 * </pre>
 */
public final class FiltersAsCases extends Rewriting {
    /** The step on a relation. */
    public FiltersAsCases(RelNode relation) {
        super(relation);
    }

    @Override
    protected RelNode aggregate(Aggregate aggregate, RelNode input) {
        if (aggregate.getAggCallList().stream().noneMatch(AggregateCall::hasFilter)) {
            return super.aggregate(aggregate, input);
        }
        RelNode below = input instanceof Project project ? project.getInput() : input;
        List<RexNode> given = input instanceof Project project
                ? project.getProjects()
                : rex.identityProjects(input.getRowType()).stream().map(RexNode.class::cast).toList();
        int key = aggregate.getGroupCount();
        List<RexNode> columns = new ArrayList<>(given.subList(0, key));
        List<String> names = new ArrayList<>(input.getRowType().getFieldNames().subList(0, key));
        List<List<Integer>> arguments = new ArrayList<>();
        for (AggregateCall call : aggregate.getAggCallList()) {
            List<Integer> own = new ArrayList<>();
            if (call.hasFilter() && call.getArgList().isEmpty()) {
                own.add(add(columns, names, where(given.get(call.filterArg), one())));
            }
            for (int argument : call.getArgList()) {
                RexNode value = given.get(argument);
                own.add(add(columns, names, call.hasFilter() ? where(given.get(call.filterArg), value) : value));
            }
            arguments.add(own);
        }
        RelNode projected = project(below, columns, names);
        List<AggregateCall> calls = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            calls.add(retyped(aggregate.getAggCallList().get(i), arguments.get(i), -1, projected));
        }
        return aggregated(aggregate, projected, calls);
    }

    private static int add(List<RexNode> columns, List<String> names, RexNode column) {
        int known = columns.indexOf(column);
        if (known >= 0) {
            return known;
        }
        columns.add(column);
        names.add("input_" + columns.size());
        return columns.size() - 1;
    }

    private RexNode one() {
        RelDataTypeFactory types = rex.getTypeFactory();
        return rex.makeExactLiteral(BigDecimal.ONE, types.createSqlType(org.apache.calcite.sql.type.SqlTypeName.BIGINT));
    }

    /** The value where the condition is true. */
    private RexNode where(RexNode condition, RexNode value) {
        // a case asks for what is true anyway
        RexNode asked = condition.getKind() == SqlKind.IS_TRUE ? ((org.apache.calcite.rex.RexCall) condition).getOperands().getFirst() : condition;
        RelDataType type = rex.getTypeFactory().createTypeWithNullability(value.getType(), true);
        return rex.makeCall(type, SqlStdOperatorTable.CASE, List.of(asked, value, rex.makeNullLiteral(type)));
    }
}
