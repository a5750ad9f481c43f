package catchment.dialects.mssql;

import catchment.compiler.plan.Operators;
import catchment.dialects.write.Rewriting;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexOver;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * What 32 bits hold and what they do not. A larger literal is a decimal to SQL Server, with a division of its own, unless it is cast; and a date is moved by 32
 * bits only.
 */
final class Numbers32 extends Rewriting {
    private static final Set<SqlOperator> MOVES = Set.of(Operators.ADD_DAYS, Operators.ADD_MONTHS, Operators.ADD_YEARS);

    Numbers32(RelNode relation) {
        super(relation);
    }

    @Override
    protected RexNode column(RexNode expression) {
        return number(expression);
    }

    @Override
    protected RexNode condition(RexNode expression) {
        return number(expression);
    }

    private RexNode number(RexNode node) {
        return switch (node) {
            case RexLiteral literal when isLarge(literal) -> rex.makeAbstractCast(literal.getType(), literal, false);
            case RexOver over -> over(over, this::number, this::number);
            case RexCall call when call.getKind() == SqlKind.CAST -> call;
            case RexCall call -> {
                List<RexNode> operands = call.getOperands().stream().map(this::number).toList();
                boolean computed = MOVES.contains(call.getOperator()) && !(operands.get(1) instanceof RexLiteral);
                yield rex.makeCall(
                        call.getType(),
                        call.getOperator(),
                        computed
                                ? List.of(operands.get(0), rex.makeCall(operands.get(1).getType(), TSql.IN_32_BITS, List.of(operands.get(1))))
                                : operands);
            }
            default -> node;
        };
    }

    private static boolean isLarge(RexLiteral literal) {
        if (literal.isNull() || literal.getType().getSqlTypeName() != SqlTypeName.BIGINT) {
            return false;
        }
        long value = literal.getValueAs(BigDecimal.class).longValueExact();
        return value != (int) value;
    }
}
