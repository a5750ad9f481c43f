package catchment.dialects.mssql;

import catchment.compiler.model.Type;
import catchment.compiler.plan.Operators;
import catchment.compiler.plan.PlanTypes;
import catchment.dialects.write.Rewriting;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexOver;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * Texts that compare code unit by code unit to their very end. SQL Server pads the shorter of two texts with spaces, whatever the collation, so that {@code 'a'}
 * equals <code>'a '</code>; and literals alone compare as the database's default says.
 *
 * <pre>
 * before:  sex = 'f'                             sex in ('f', 'm')
 * after:   sex = N'f' and datalength(sex) = 2    sex in (N'f', N'm') and datalength(sex) = 2 * len(sex)
 * </pre>
 *
 * What sorts or groups by texts does so by marked ones. Codes are left as they come: no codelist holds a code that ends in a space, and the column's index serves.
 */
final class ExactTexts extends Rewriting {
    private static final int BYTES_OF_A_UNIT = 2;

    ExactTexts(RelNode relation) {
        super(relation);
    }

    @Override
    protected RexNode column(RexNode expression) {
        return collated(text(expression));
    }

    @Override
    protected RexNode condition(RexNode expression) {
        return text(expression);
    }

    private static Optional<Type> kind(RexNode node) {
        return PlanTypes.textType(node.getType());
    }

    private static boolean isText(RexNode node) {
        return kind(node).equals(Optional.of(Type.STR));
    }

    // Collations

    /** Literals alone have the database's collation; with a column beside them they have the column's. */
    private RexNode collated(RexNode node) {
        Optional<Type> kind = kind(node);
        if (kind.isEmpty() || !isOfLiterals(node)) {
            return node;
        }
        return call(kind.get() == Type.STR ? Operators.BY_CODE_POINT : TSql.LIKE_CODES.get(kind.get()), node.getType(), node);
    }

    private static boolean isOfLiterals(RexNode node) {
        return switch (node) {
            case RexLiteral _ -> true;
            case RexCall call -> switch (call.getKind()) {
                case CASE -> {
                    List<RexNode> operands = call.getOperands();
                    boolean all = true;
                    for (int i = 1; i < operands.size(); i += 2) {
                        all &= isOfLiterals(operands.get(i));
                    }
                    yield all && isOfLiterals(operands.getLast());
                }
                case CAST, COALESCE -> call.getOperands().stream().allMatch(ExactTexts::isOfLiterals);
                default -> call.getOperator() == TSql.CODE_LITERAL
                        || (List.of(TSql.LEAST_TEXT, TSql.GREATEST_TEXT, Operators.LEAST_OF, Operators.GREATEST_OF).contains(call.getOperator())
                                && call.getOperands().stream().allMatch(ExactTexts::isOfLiterals));
            };
            default -> false;
        };
    }

    /** The operands, one of which has a collation of its own. */
    private List<RexNode> collated(List<RexNode> operands) {
        if (!operands.stream().allMatch(ExactTexts::isOfLiterals)) {
            return operands;
        }
        List<RexNode> changed = new ArrayList<>(operands);
        changed.set(0, collated(operands.getFirst()));
        return changed;
    }

    // Expressions

    private RexNode text(RexNode node) {
        return switch (node) {
            case RexLiteral literal when !literal.isNull() && kind(literal).isPresent() && !isText(literal) ->
                call(TSql.CODE_LITERAL, literal.getType(), literal);
            case RexOver over -> over(over, this::text, key -> marked(text(key)));
            case RexCall call -> call(call, call.getOperands().stream().map(this::text).toList());
            default -> node;
        };
    }

    private RexNode call(RexCall call, List<RexNode> operands) {
        boolean texts = !operands.isEmpty() && isText(operands.getFirst());
        SqlOperator operator = call.getOperator();
        if (operator == Operators.CONTAINS && operands.get(1) instanceof RexLiteral part && !part.isNull() && !string(part).isEmpty()) {
            return rex.makeCall(call.getType(), TSql.CONTAINS_LITERAL, operands);
        }
        if (!texts) {
            return call.getKind() == SqlKind.CAST
                    ? rex.makeAbstractCast(call.getType(), operands.getFirst(), false)
                    : rex.makeCall(call.getType(), operator, operands);
        }
        return switch (call.getKind()) {
            case EQUALS -> both(SqlStdOperatorTable.AND, operator, call.getType(), collated(operands));
            case NOT_EQUALS -> both(SqlStdOperatorTable.OR, operator, call.getType(), collated(operands));
            case LESS_THAN, LESS_THAN_OR_EQUAL, GREATER_THAN, GREATER_THAN_OR_EQUAL ->
                rex.makeCall(call.getType(), operator, collated(operands).stream().map(this::marked).toList());
            default -> {
                if (operator == Operators.IN_LIST) {
                    yield listed(call.getType(), collated(operands.getFirst()), operands.subList(1, operands.size()));
                }
                if (operator == Operators.LEAST_OF || operator == Operators.GREATEST_OF) {
                    SqlOperator own = operator == Operators.LEAST_OF ? TSql.LEAST_TEXT : TSql.GREATEST_TEXT;
                    yield rex.makeCall(call.getType(), own, collated(operands).stream().map(this::marked).toList());
                }
                yield rex.makeCall(call.getType(), operator, operands);
            }
        };
    }

    private RexNode both(SqlOperator joined, SqlOperator comparison, RelDataType type, List<RexNode> operands) {
        RexNode padded = rex.makeCall(type, comparison, operands);
        RexNode lengths = rex.makeCall(type, comparison, operands.stream().map(this::bytes).toList());
        return rex.makeCall(type, joined, List.of(padded, lengths));
    }

    /** A text that ends in no space equals one of a list that do not either if it does so padded; those of the list that end in one are compared one by one. */
    private RexNode listed(RelDataType type, RexNode value, List<RexNode> list) {
        List<RexNode> bare = list.stream().filter(one -> !string((RexLiteral) one).endsWith(" ")).toList();
        List<RexNode> conditions = new ArrayList<>();
        if (bare.size() == 1) {
            conditions.add(both(SqlStdOperatorTable.AND, SqlStdOperatorTable.EQUALS, type, List.of(value, bare.getFirst())));
        } else if (!bare.isEmpty()) {
            RexNode padded = rex.makeCall(type, Operators.IN_LIST, Stream.concat(Stream.of(value), bare.stream()).toList());
            conditions.add(rex.makeCall(type, SqlStdOperatorTable.AND, List.of(padded, rex.makeCall(type, TSql.ENDS_BARE, List.of(value)))));
        }
        list.stream()
                .filter(one -> string((RexLiteral) one).endsWith(" "))
                .forEach(one -> conditions.add(both(SqlStdOperatorTable.AND, SqlStdOperatorTable.EQUALS, type, List.of(value, one))));
        return conditions.size() == 1 ? conditions.getFirst() : rex.makeCall(type, SqlStdOperatorTable.OR, conditions);
    }

    private static String string(RexLiteral literal) {
        return literal.getValueAs(String.class);
    }

    private RexNode bytes(RexNode text) {
        RelDataTypeFactory types = rex.getTypeFactory();
        RelDataType whole = types.createTypeWithNullability(types.createSqlType(SqlTypeName.BIGINT), text.getType().isNullable());
        return text instanceof RexLiteral literal && !literal.isNull()
                ? rex.makeExactLiteral(BigDecimal.valueOf((long) BYTES_OF_A_UNIT * string(literal).length()), whole)
                : call(TSql.BYTES, whole, text);
    }

    private RexNode marked(RexNode node) {
        return isText(node) ? call(TSql.MARKED, node.getType(), node) : node;
    }

    private RexNode call(SqlOperator operator, RelDataType type, RexNode operand) {
        return rex.makeCall(type, operator, List.of(operand));
    }

    // Groups

    /** Groups by marked texts, and takes the marks away again. */
    @Override
    protected RelNode aggregate(Aggregate aggregate, RelNode input) {
        int key = aggregate.getGroupCount();
        List<RexNode> columns = new ArrayList<>(input instanceof Project project
                ? project.getProjects()
                : rex.identityProjects(input.getRowType()).stream().map(RexNode.class::cast).toList());
        List<String> names = new ArrayList<>(input.getRowType().getFieldNames());
        boolean changed = false;
        for (int i = 0; i < key; i++) {
            changed |= isText(columns.get(i));
            columns.set(i, marked(columns.get(i)));
        }
        List<List<Integer>> arguments = new ArrayList<>();
        for (AggregateCall call : aggregate.getAggCallList()) {
            List<Integer> own = new ArrayList<>(call.getArgList());
            if (compares(call) && isText(columns.get(own.getFirst()))) {
                changed = true;
                columns.add(marked(columns.get(own.getFirst())));
                names.add("marked_" + columns.size());
                own.set(0, columns.size() - 1);
            }
            arguments.add(own);
        }
        if (!changed) {
            return super.aggregate(aggregate, input);
        }
        RelNode projected = project(input instanceof Project project ? project.getInput() : input, columns, names);
        List<AggregateCall> calls = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            AggregateCall call = aggregate.getAggCallList().get(i);
            calls.add(retyped(call, arguments.get(i), call.filterArg, projected));
        }
        RelNode grouped = aggregated(aggregate, projected, calls);
        List<RexNode> results = new ArrayList<>();
        for (int i = 0; i < grouped.getRowType().getFieldCount(); i++) {
            RexNode result = rex.makeInputRef(grouped, i);
            results.add(isText(result) ? call(TSql.UNMARKED, result.getType(), result) : result);
        }
        return project(grouped, results, aggregate.getRowType().getFieldNames());
    }

    private static boolean compares(AggregateCall call) {
        return call.isDistinct() || call.getAggregation().getKind() == SqlKind.MIN || call.getAggregation().getKind() == SqlKind.MAX;
    }
}
