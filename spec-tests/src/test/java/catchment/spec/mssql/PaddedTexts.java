package catchment.spec.mssql;

import catchment.compiler.plan.Operators;
import catchment.dialects.write.Rewriting;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexOver;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.ReturnTypes;
import org.apache.calcite.sql.type.SqlTypeName;

/** Puts into a lowered tree what SQL Server does of its own when it compares texts: spaces at their end do not count. */
final class PaddedTexts extends Rewriting {
    static final SqlFunction PADDED = new SqlFunction(
            "tsql_padded", SqlKind.OTHER_FUNCTION, ReturnTypes.ARG0_NULLABLE, null, OperandTypes.ANY, SqlFunctionCategory.USER_DEFINED_FUNCTION);
    private static final Set<SqlKind> COMPARISONS = Set.of(
            SqlKind.EQUALS, SqlKind.NOT_EQUALS, SqlKind.LESS_THAN, SqlKind.LESS_THAN_OR_EQUAL, SqlKind.GREATER_THAN, SqlKind.GREATER_THAN_OR_EQUAL);

    PaddedTexts(RelNode relation) {
        super(relation);
    }

    @Override
    protected RexNode column(RexNode expression) {
        return compared(expression);
    }

    @Override
    protected RexNode condition(RexNode expression) {
        return compared(expression);
    }

    private RexNode compared(RexNode node) {
        return switch (node) {
            case RexOver over -> over(over, this::compared, key -> padded(compared(key)));
            case RexCall call when call.getKind() == SqlKind.CAST -> call;
            case RexCall call -> {
                List<RexNode> operands = call.getOperands().stream().map(this::compared).toList();
                boolean compares = COMPARISONS.contains(call.getKind()) || call.getOperator() == Operators.IN_LIST;
                yield rex.makeCall(call.getType(), call.getOperator(), compares ? operands.stream().map(this::padded).toList() : operands);
            }
            default -> node;
        };
    }

    private RexNode padded(RexNode node) {
        return node.getType().getSqlTypeName() == SqlTypeName.VARCHAR ? rex.makeCall(node.getType(), PADDED, List.of(node)) : node;
    }

    /** Groups, and finds the least, the greatest and what is distinct, by what is compared. */
    @Override
    protected RelNode aggregate(Aggregate aggregate, RelNode input) {
        List<RexNode> columns = new ArrayList<>(input instanceof Project project
                ? project.getProjects()
                : rex.identityProjects(input.getRowType()).stream().map(RexNode.class::cast).toList());
        columns.replaceAll(this::padded);
        RelNode projected = project(input instanceof Project project ? project.getInput() : input, columns, input.getRowType().getFieldNames());
        return super.aggregate(aggregate, projected);
    }
}
