package catchment.compiler.plan;

import catchment.compiler.model.Type;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.linq4j.tree.Expression;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.hep.HepPlanner;
import org.apache.calcite.plan.hep.HepProgram;
import org.apache.calcite.prepare.RelOptTableImpl;
import org.apache.calcite.rel.RelCollations;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.logical.LogicalFilter;
import org.apache.calcite.rel.logical.LogicalJoin;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rel.logical.LogicalTableScan;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlAggFunction;
import org.apache.calcite.sql.SqlCollation;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.util.DateString;
import org.apache.calcite.util.NlsString;

/** Relations and expressions of our types, as they are asked for: nothing is simplified, merged or evaluated. */
final class Algebra {
    /** Makes text literals unbounded. */
    private static final class Builder extends RexBuilder {
        Builder(RelDataTypeFactory types) {
            super(types);
        }

        RexNode text(String value, RelDataType type) {
            return makeLiteral(new NlsString(value, "UTF-8", SqlCollation.IMPLICIT), type, SqlTypeName.CHAR);
        }
    }

    private final RelDataTypeFactory types = new PlanTypes.TypeFactory();
    private final Builder rex = new Builder(types);
    private final RelOptCluster cluster = RelOptCluster.create(new HepPlanner(HepProgram.builder().build()), rex);

    RelDataType type(Type type) {
        return type(type, true);
    }

    RelDataType type(Type type, boolean nullable) {
        RelDataType bare = types.createSqlType(PlanTypes.name(type));
        RelDataType told = type.isText()
                ? types.createTypeWithCharsetAndCollation(bare, StandardCharsets.UTF_8, PlanTypes.collation(type))
                : bare;
        return types.createTypeWithNullability(told, nullable);
    }

    RelDataType row(List<String> names, List<RelDataType> fields) {
        return types.createTypeWithNullability(types.createStructType(fields, names), true);
    }

    RexBuilder rex() {
        return rex;
    }

    RelOptCluster cluster() {
        return cluster;
    }

    // Relations

    RelNode scan(String table, List<String> names, List<RelDataType> fields) {
        RelOptTableImpl described =
                RelOptTableImpl.create(null, types.createStructType(fields, names), ImmutableList.of(table), (Expression) null);
        return LogicalTableScan.create(cluster, described, ImmutableList.of());
    }

    RelNode project(RelNode input, List<RexNode> expressions, List<String> names) {
        return LogicalProject.create(input, ImmutableList.of(), expressions, names, ImmutableSet.of());
    }

    RelNode filter(RelNode input, RexNode condition) {
        return LogicalFilter.create(input, condition);
    }

    /** Joins; the condition's references count the right side's columns after the left's. */
    RelNode join(RelNode left, RelNode right, JoinRelType kind, RexNode condition) {
        return LogicalJoin.create(left, right, ImmutableList.of(), condition, ImmutableSet.of(), kind);
    }

    /**
     * An aggregate of the input's rows, by the patient.
     *
     * @param filter the column that says which rows count; −1 for all
     */
    AggregateCall aggregate(SqlAggFunction function, boolean distinct, List<Integer> arguments, int filter, RelNode input, String name) {
        return AggregateCall.create(
                function, distinct, false, false, List.of(), arguments, filter, null, RelCollations.EMPTY, false, input, null, name);
    }

    /** Joins on equal columns. */
    RelNode join(RelNode left, int leftColumn, RelNode right, int rightColumn, JoinRelType kind) {
        return join(left, right, kind, call(SqlStdOperatorTable.EQUALS, Type.BOOL, input(left, leftColumn), joined(left, right, rightColumn)));
    }

    /** A column of the right side in the condition of a join. */
    RexNode joined(RelNode left, RelNode right, int column) {
        return rex.makeInputRef(
                right.getRowType().getFieldList().get(column).getType(), left.getRowType().getFieldCount() + column);
    }

    RexNode input(RelNode relation, int column) {
        return rex.makeInputRef(relation, column);
    }

    /** The first columns. */
    List<RexNode> inputs(RelNode relation, int number) {
        List<RexNode> inputs = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            inputs.add(input(relation, i));
        }
        return inputs;
    }

    /** One list behind another. */
    static <T> List<T> joined(List<? extends T> first, List<? extends T> second) {
        List<T> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    // Expressions

    RexNode call(SqlOperator operator, RelDataType type, List<RexNode> operands) {
        return rex.makeCall(type, operator, operands);
    }

    RexNode call(SqlOperator operator, Type type, RexNode... operands) {
        return call(operator, type(type), List.of(operands));
    }

    /** An expression that is never null. */
    RexNode sure(SqlOperator operator, Type type, RexNode... operands) {
        return call(operator, type(type, false), List.of(operands));
    }

    /** A case of conditions and values in turn, with what holds otherwise at the end. */
    RexNode choose(RelDataType type, List<RexNode> parts) {
        return call(SqlStdOperatorTable.CASE, type, parts);
    }

    /** The value where the condition holds, else null. */
    RexNode where(RexNode condition, RexNode value, Type type) {
        return choose(type(type), List.of(condition, value, nothing(type)));
    }

    /** Null as an operand, which must show its type. */
    RexNode missing(Type type) {
        return rex.makeAbstractCast(type(type), nothing(type), false);
    }

    /** Null as one of several values, of which another shows the type. */
    RexNode nothing(Type type) {
        return rex.makeNullLiteral(type(type));
    }

    /** The value as it is written beside operands whose type is plain. */
    RexNode literal(Object value, Type type) {
        RelDataType sure = type(type, false);
        return switch (value) {
            case Boolean truth -> rex.makeLiteral(truth);
            case Long whole -> rex.makeExactLiteral(BigDecimal.valueOf(whole), sure);
            case Double real -> rex.makeLiteral(real, sure, false);
            case LocalDate day -> rex.makeDateLiteral(new DateString(day.toString()));
            case String text -> rex.text(text, sure);
            default -> throw new IllegalArgumentException("no value of a plan: " + value.getClass());
        };
    }

    /** The value as it is written where nothing else shows its type. */
    RexNode constant(Object value, Type type) {
        RexNode literal = literal(value, type);
        return type == Type.INT ? rex.makeAbstractCast(type(type, false), literal, false) : literal;
    }

    /** Operands brought together two by two, so that the depth grows by the logarithm of their number only. */
    RexNode balanced(SqlOperator operator, List<RexNode> operands) {
        List<RexNode> level = operands;
        while (level.size() > 1) {
            List<RexNode> next = new ArrayList<>(level.size() / 2 + 1);
            for (int i = 0; i + 1 < level.size(); i += 2) {
                next.add(call(operator, Type.BOOL, level.get(i), level.get(i + 1)));
            }
            if (level.size() % 2 == 1) {
                next.add(level.getLast());
            }
            level = next;
        }
        return level.getFirst();
    }
}
