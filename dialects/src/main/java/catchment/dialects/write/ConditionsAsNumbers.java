package catchment.dialects.write;

import catchment.compiler.plan.Operators;
import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.TableScan;
import org.apache.calcite.rel.logical.LogicalTableScan;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexOver;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * For an engine in which a condition is no value: as a value it becomes 1, 0 or null, and such a number is asked whether it is 1 where a condition is wanted.
 *
 * <pre>
 * before:  select date &lt; '2020-03-31' as is_early, flag … where is_late or not flag
 * after:   select case when date &lt; '2020-03-31' then 1 when date &gt;= '2020-03-31' then 0 end as is_early, flag … where is_late = 1 or flag = 0
 * </pre>
 *
 * A condition is asked for only whether it is true, or only whether it is false, so that it need never tell false from null: what is negated is asked for the
 * opposite. Aggregates have no filters any more, see {@link FiltersAsCases}.
 */
public final class ConditionsAsNumbers extends Rewriting {
    /** Functions of ours that an engine writes as conditions; all others that give true or false give a value. */
    private static final Set<SqlOperator> CONDITIONS = Set.of(Operators.CONTAINS, Operators.HAS_BIT, Operators.IN_LIST);

    private static final Set<SqlKind> CONDITION_KINDS = Set.of(
            SqlKind.EQUALS, SqlKind.NOT_EQUALS, SqlKind.LESS_THAN, SqlKind.LESS_THAN_OR_EQUAL, SqlKind.GREATER_THAN, SqlKind.GREATER_THAN_OR_EQUAL,
            SqlKind.AND, SqlKind.OR, SqlKind.NOT, SqlKind.IS_NULL, SqlKind.IS_NOT_NULL, SqlKind.IS_TRUE, SqlKind.IS_NOT_TRUE, SqlKind.IS_FALSE,
            SqlKind.IS_NOT_FALSE);

    private final Set<SqlOperator> ownConditions;

    /**
     * The step on a relation.
     *
     * @param ownConditions operators of the dialect's own that it writes as conditions
     */
    public ConditionsAsNumbers(RelNode relation, Set<SqlOperator> ownConditions) {
        super(relation);
        this.ownConditions = Set.copyOf(ownConditions);
    }

    /** A column that is true or false is a number. */
    @Override
    protected RelNode scan(TableScan scan) {
        if (scan.getRowType().getFieldList().stream().noneMatch(field -> isLogical(field.getType()))) {
            return scan;
        }
        RelDataTypeFactory.Builder row = rex.getTypeFactory().builder();
        for (RelDataTypeField field : scan.getRowType().getFieldList()) {
            row.add(field.getName(), isLogical(field.getType()) ? number(field.getType()) : field.getType());
        }
        return LogicalTableScan.create(scan.getCluster(), WrittenTable.described(scan.getTable(), row.build()), ImmutableList.of());
    }

    @Override
    protected RexNode column(RexNode expression) {
        return value(expression);
    }

    /** A join of everything with everything stays one. */
    @Override
    protected RexNode condition(RexNode expression) {
        return expression.isAlwaysTrue() ? expression : whenTrue(expression);
    }

    private static boolean isLogical(RelDataType type) {
        return type.getSqlTypeName() == SqlTypeName.BOOLEAN;
    }

    private RelDataType number(RelDataType type) {
        RelDataTypeFactory types = rex.getTypeFactory();
        return types.createTypeWithNullability(types.createSqlType(SqlTypeName.BIGINT), type.isNullable());
    }

    private boolean isCondition(RexNode node) {
        return node instanceof RexCall call
                && (CONDITION_KINDS.contains(call.getKind()) || CONDITIONS.contains(call.getOperator()) || ownConditions.contains(call.getOperator()));
    }

    private RexLiteral number(long value) {
        return rex.makeExactLiteral(BigDecimal.valueOf(value), rex.getTypeFactory().createSqlType(SqlTypeName.BIGINT));
    }

    // As a value

    private RexNode value(RexNode node) {
        return switch (node) {
            case RexLiteral literal when isLogical(literal.getType()) -> literal.isNull()
                    ? rex.makeNullLiteral(number(literal.getType()))
                    : number(literal.isAlwaysTrue() ? 1 : 0);
            case RexInputRef column when isLogical(column.getType()) -> rex.makeInputRef(number(column.getType()), column.getIndex());
            case RexOver over -> over(over, this::value, this::value);
            case RexCall call when isCondition(call) -> numbered(call);
            case RexCall call -> {
                RelDataType type = isLogical(call.getType()) ? number(call.getType()) : call.getType();
                yield call.getKind() == SqlKind.CAST
                        ? rex.makeAbstractCast(type, value(call.getOperands().getFirst()), false)
                        : rex.makeCall(type, call.getOperator(), call.getKind() == SqlKind.CASE ? branches(call) : values(call));
            }
            default -> node;
        };
    }

    private List<RexNode> values(RexCall call) {
        return call.getOperands().stream().map(this::value).toList();
    }

    private List<RexNode> branches(RexCall choice) {
        List<RexNode> parts = new ArrayList<>();
        List<RexNode> operands = choice.getOperands();
        for (int i = 0; i < operands.size(); i++) {
            boolean asked = i % 2 == 0 && i < operands.size() - 1;
            parts.add(asked ? whenTrue(operands.get(i)) : value(operands.get(i)));
        }
        return parts;
    }

    private RexNode numbered(RexCall condition) {
        RelDataType type = number(condition.getType());
        if (!mayBeNull(condition)) {
            return rex.makeCall(type, SqlStdOperatorTable.CASE, List.of(whenTrue(condition), number(1), number(0)));
        }
        return rex.makeCall(
                type,
                SqlStdOperatorTable.CASE,
                List.of(whenTrue(condition), number(1), whenFalse(condition), number(0), rex.makeNullLiteral(type)));
    }

    private boolean mayBeNull(RexNode node) {
        return switch (node) {
            case RexCall call when isCondition(call) -> switch (call.getKind()) {
                case IS_NULL, IS_NOT_NULL, IS_TRUE, IS_NOT_TRUE, IS_FALSE, IS_NOT_FALSE -> false;
                default -> call.getOperands().stream().anyMatch(this::mayBeNull);
            };
            case RexNode other -> other.getType().isNullable();
        };
    }

    // As a condition

    private RexNode whenTrue(RexNode node) {
        return switch (node) {
            case RexLiteral literal -> always(literal.isAlwaysTrue());
            case RexCall call when isCondition(call) -> {
                RexNode first = call.getOperands().getFirst();
                yield switch (call.getKind()) {
                    case AND, OR -> rex.makeCall(call.getType(), call.getOperator(), call.getOperands().stream().map(this::whenTrue).toList());
                    case NOT, IS_FALSE -> whenFalse(first);
                    case IS_TRUE -> whenTrue(first);
                    case IS_NOT_TRUE -> mayBeNull(first) ? unless(whenTrue(first)) : whenFalse(first);
                    case IS_NOT_FALSE -> mayBeNull(first) ? unless(whenFalse(first)) : whenTrue(first);
                    default -> rex.makeCall(call.getType(), call.getOperator(), values(call));
                };
            }
            default -> is(value(node), 1);
        };
    }

    private RexNode whenFalse(RexNode node) {
        return switch (node) {
            case RexLiteral literal -> always(literal.isAlwaysFalse());
            case RexCall call when isCondition(call) -> {
                RexNode first = call.getOperands().getFirst();
                yield switch (call.getKind()) {
                    case AND -> rex.makeCall(call.getType(), SqlStdOperatorTable.OR, call.getOperands().stream().map(this::whenFalse).toList());
                    case OR -> rex.makeCall(call.getType(), SqlStdOperatorTable.AND, call.getOperands().stream().map(this::whenFalse).toList());
                    case NOT, IS_NOT_TRUE -> whenTrue(first);
                    case IS_TRUE -> mayBeNull(first) ? unless(whenTrue(first)) : whenFalse(first);
                    case IS_FALSE -> mayBeNull(first) ? unless(whenFalse(first)) : whenTrue(first);
                    case IS_NOT_FALSE -> whenFalse(first);
                    case EQUALS -> opposite(call, SqlStdOperatorTable.NOT_EQUALS);
                    case NOT_EQUALS -> opposite(call, SqlStdOperatorTable.EQUALS);
                    case LESS_THAN -> opposite(call, SqlStdOperatorTable.GREATER_THAN_OR_EQUAL);
                    case LESS_THAN_OR_EQUAL -> opposite(call, SqlStdOperatorTable.GREATER_THAN);
                    case GREATER_THAN -> opposite(call, SqlStdOperatorTable.LESS_THAN_OR_EQUAL);
                    case GREATER_THAN_OR_EQUAL -> opposite(call, SqlStdOperatorTable.LESS_THAN);
                    case IS_NULL -> opposite(call, SqlStdOperatorTable.IS_NOT_NULL);
                    case IS_NOT_NULL -> opposite(call, SqlStdOperatorTable.IS_NULL);
                    default -> rex.makeCall(
                            call.getType(), SqlStdOperatorTable.NOT, List.of(rex.makeCall(call.getType(), call.getOperator(), values(call))));
                };
            }
            default -> is(value(node), 0);
        };
    }

    private RexNode opposite(RexCall comparison, SqlOperator operator) {
        return rex.makeCall(comparison.getType(), operator, values(comparison));
    }

    /** Where a condition is not true: false, or null. */
    private RexNode unless(RexNode condition) {
        RexNode number = rex.makeCall(number(1).getType(), SqlStdOperatorTable.CASE, List.of(condition, number(1), number(0)));
        return is(number, 0);
    }

    private RexNode is(RexNode number, long value) {
        return rex.makeCall(rex.getTypeFactory().createSqlType(SqlTypeName.BOOLEAN), SqlStdOperatorTable.EQUALS, List.of(number, number(value)));
    }

    private RexNode always(boolean holds) {
        return is(number(1), holds ? 1 : 0);
    }
}
