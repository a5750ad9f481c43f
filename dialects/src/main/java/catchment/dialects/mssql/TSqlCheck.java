package catchment.dialects.mssql;

import catchment.compiler.plan.Operators;
import catchment.dialects.spi.OperatorTable;
import catchment.dialects.spi.WrittenQuery;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.sql.JoinConditionType;
import org.apache.calcite.sql.SqlAlienSystemTypeNameSpec;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlNumericLiteral;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlOrderBy;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlWindow;
import org.apache.calcite.sql.fun.SqlCase;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * Refuses a query that holds what T-SQL lacks. It knows what may stand where, and all else is refused: so that a construct nobody has thought of is found by us and
 * not by a server.
 */
final class TSqlCheck {
    /** CASE expressions nest to level ten, says Microsoft's page on CASE. */
    private static final int DEEPEST_CASE = 10;

    private static final Set<SqlOperator> COMPARISONS = Set.of(
            SqlStdOperatorTable.EQUALS, SqlStdOperatorTable.NOT_EQUALS, SqlStdOperatorTable.LESS_THAN, SqlStdOperatorTable.LESS_THAN_OR_EQUAL,
            SqlStdOperatorTable.GREATER_THAN, SqlStdOperatorTable.GREATER_THAN_OR_EQUAL, SqlStdOperatorTable.IS_NULL,
            SqlStdOperatorTable.IS_NOT_NULL);
    private static final Set<SqlOperator> ROW_CONDITIONS =
            Set.of(Operators.CONTAINS, Operators.HAS_BIT, Operators.IN_LIST, TSql.CONTAINS_LITERAL, TSql.ENDS_BARE);
    private static final Set<SqlOperator> ROW_AGGREGATES =
            Set.of(Operators.ANY_TRUE, Operators.MEAN_FLOAT, Operators.MEAN_WHOLE, Operators.SUM_FLOAT, Operators.SUM_WHOLE);
    private static final Set<SqlOperator> VALUES = Set.of(
            SqlStdOperatorTable.PLUS, SqlStdOperatorTable.MINUS, SqlStdOperatorTable.MULTIPLY, SqlStdOperatorTable.ABS, SqlStdOperatorTable.COALESCE);
    private static final Set<SqlKind> AGGREGATES = Set.of(SqlKind.COUNT, SqlKind.MIN, SqlKind.MAX);

    private int cases;
    private boolean withinAggregate;

    /** Checks a whole query. */
    void query(SqlNode node) {
        query(node, true);
    }

    private void query(SqlNode node, boolean outermost) {
        switch (node) {
            case SqlSelect select -> select(select, outermost);
            case SqlOrderBy sorted -> sorted(sorted, outermost);
            case SqlCall union when union.getKind() == SqlKind.UNION -> union.getOperandList().forEach(one -> query(one, false));
            default -> refuse(node.getKind() + " as a query", node);
        }
    }

    private void sorted(SqlOrderBy sorted, boolean outermost) {
        if (sorted.fetch != null || sorted.offset != null) {
            refuse("a part of the rows, which needs an order", sorted);
        }
        if (!outermost) {
            refuse("ORDER BY in a subquery", sorted);
        }
        query(sorted.query, false);
        int columns = sorted.query instanceof SqlSelect select ? select.getSelectList().size() : 0;
        sorted.orderList.forEach(item -> order(item, columns));
    }

    private void select(SqlSelect select, boolean outermost) {
        if (select.getFetch() != null || select.getOffset() != null) {
            refuse("a part of the rows, which needs an order", select);
        }
        if (select.getQualify() != null || (select.getWindowList() != null && !select.getWindowList().isEmpty())) {
            refuse("QUALIFY or WINDOW", select);
        }
        select.getSelectList().forEach(this::column);
        if (select.getFrom() != null) {
            from(select.getFrom());
        }
        if (select.getWhere() != null) {
            condition(select.getWhere());
        }
        if (select.getHaving() != null) {
            condition(select.getHaving());
        }
        if (select.getGroup() != null) {
            group(select.getGroup());
        }
        if (select.getOrderList() != null && !select.getOrderList().isEmpty()) {
            if (!outermost) {
                refuse("ORDER BY in a subquery", select);
            }
            select.getOrderList().forEach(item -> order(item, select.getSelectList().size()));
        }
    }

    private void group(SqlNodeList group) {
        for (SqlNode item : group) {
            if (item instanceof SqlNodeList) {
                refuse("GROUP BY nothing, or a list", group);
            }
            if (isConstant(item)) {
                refuse("GROUP BY a constant", item);
            }
            boolean before = withinAggregate;
            withinAggregate = true;
            value(item);
            withinAggregate = before;
        }
    }

    private void column(SqlNode node) {
        value(node.getKind() == SqlKind.AS ? ((SqlCall) node).operand(0) : node);
    }

    private void from(SqlNode node) {
        switch (node) {
            case SqlIdentifier _ -> {}
            case SqlJoin join -> {
                if (join.isNatural() || join.getConditionType() == JoinConditionType.USING) {
                    refuse("NATURAL JOIN or USING", join);
                }
                from(join.getLeft());
                from(join.getRight());
                if (join.getCondition() != null) {
                    condition(join.getCondition());
                }
            }
            case SqlCall named when named.getKind() == SqlKind.AS -> {
                SqlNode source = named.operand(0);
                if (source instanceof SqlIdentifier) {
                    return;
                }
                if (source.getKind() == SqlKind.VALUES) {
                    rows((SqlCall) source, named);
                } else if (!(source instanceof WrittenQuery)) {
                    query(source, false);
                }
            }
            default -> refuse(node.getKind() + " in FROM without a name", node);
        }
    }

    /** Written rows are a table if their columns have names. */
    private void rows(SqlCall values, SqlCall named) {
        for (SqlNode row : values.getOperandList()) {
            List<SqlNode> columns = ((SqlCall) row).getOperandList();
            if (named.operandCount() != columns.size() + 2) {
                refuse("VALUES whose columns have no names", named);
            }
            columns.forEach(this::value);
        }
    }

    /**
     * A key to sort by.
     *
     * @param columns how many columns a number may stand for
     */
    private void order(SqlNode node, int columns) {
        SqlNode key = node.getKind() == SqlKind.DESCENDING ? ((SqlCall) node).operand(0) : node;
        if (key.getKind() == SqlKind.NULLS_FIRST || key.getKind() == SqlKind.NULLS_LAST) {
            refuse("NULLS FIRST and NULLS LAST", key);
        }
        boolean place = key instanceof SqlNumericLiteral number && number.isInteger() && number.intValue(true) >= 1 && number.intValue(true) <= columns;
        if (isConstant(key) && !place) {
            refuse("ORDER BY a constant", key);
        }
        value(key);
    }

    private static boolean isConstant(SqlNode node) {
        return node instanceof SqlLiteral || (node.getKind() == SqlKind.CAST && isConstant(((SqlCall) node).operand(0)));
    }

    // Conditions

    private void condition(SqlNode node) {
        if (!(node instanceof SqlCall call)) {
            refuse("a value as a condition", node);
            return;
        }
        switch (call.getKind()) {
            case AND, OR, NOT -> call.getOperandList().forEach(this::condition);
            default -> {
                if (ROW_CONDITIONS.contains(call.getOperator())) {
                    row(call);
                } else if (COMPARISONS.contains(call.getOperator())) {
                    call.getOperandList().forEach(this::value);
                } else {
                    refuse(call.getOperator().getName() + " as a condition", node);
                }
            }
        }
    }

    // Values

    private void value(SqlNode node) {
        switch (node) {
            case SqlLiteral literal -> literal(literal);
            case SqlIdentifier _, SqlDynamicParam _ -> {}
            case SqlCase choice -> choice(choice);
            case SqlCall call -> call(call);
            default -> refuse(node.getKind() + " as a value", node);
        }
    }

    private void literal(SqlLiteral literal) {
        switch (literal.getTypeName()) {
            case NULL, CHAR, DATE, DOUBLE -> {}
            case DECIMAL -> {
                BigDecimal number = ((SqlNumericLiteral) literal).bigDecimalValue();
                if (number.scale() > 0 || number.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0 && number.longValue() != Integer.MIN_VALUE) {
                    refuse("a number beyond 32 bits that is no decimal, without a cast", literal);
                }
            }
            default -> refuse("a literal of the type " + literal.getTypeName(), literal);
        }
    }

    private void choice(SqlCase choice) {
        boolean typed = !isNull(choice.getElseOperand());
        deeper(1, choice);
        choice.getWhenOperands().forEach(this::condition);
        for (SqlNode result : choice.getThenOperands()) {
            typed |= !isNull(result);
            value(result);
        }
        value(choice.getElseOperand());
        cases--;
        if (!typed) {
            refuse("a CASE whose results are all NULL", choice);
        }
    }

    private static boolean isNull(SqlNode node) {
        return node instanceof SqlLiteral literal && literal.getTypeName() == SqlTypeName.NULL;
    }

    private void deeper(int levels, SqlNode node) {
        cases += levels;
        if (cases > DEEPEST_CASE) {
            refuse("CASE nested deeper than " + DEEPEST_CASE + " levels", node);
        }
    }

    private void call(SqlCall call) {
        SqlOperator operator = call.getOperator();
        if (ROW_CONDITIONS.contains(operator)
                || COMPARISONS.contains(operator)
                || Set.of(SqlKind.AND, SqlKind.OR, SqlKind.NOT).contains(call.getKind())) {
            refuse("a condition as a value", call);
        } else if (call.getKind() == SqlKind.CAST) {
            cast(call);
        } else if (call.getKind() == SqlKind.OVER) {
            window(call);
        } else if (AGGREGATES.contains(call.getKind()) || ROW_AGGREGATES.contains(operator)) {
            aggregate(call);
        } else if (SqlServerOperators.TABLE.row(operator).isPresent()) {
            row(call);
        } else if (VALUES.contains(operator)) {
            call.getOperandList().forEach(this::value);
        } else {
            refuse(operator.getName(), call);
        }
    }

    private void cast(SqlCall cast) {
        SqlDataTypeSpec type = cast.operand(1);
        if (!(type.getTypeNameSpec() instanceof SqlAlienSystemTypeNameSpec)) {
            refuse("type of the standard, but types of its own, such as", cast);
        }
        if (!(cast.operand(0) instanceof SqlNumericLiteral)) {
            value(cast.operand(0));
        }
    }

    private void aggregate(SqlCall call) {
        if (withinAggregate) {
            refuse("an aggregate within an aggregate or a group", call);
        }
        withinAggregate = true;
        if (SqlServerOperators.TABLE.row(call.getOperator()).isPresent()) {
            row(call);
        } else {
            boolean star = call.operandCount() == 1 && call.operand(0) instanceof SqlIdentifier identifier && identifier.isStar();
            if (!star) {
                call.getOperandList().forEach(this::value);
            }
        }
        withinAggregate = false;
    }

    private void window(SqlCall over) {
        SqlCall function = over.operand(0);
        SqlWindow window = over.operand(1);
        if (!Set.of(SqlKind.ROW_NUMBER, SqlKind.LAG).contains(function.getKind())) {
            refuse(function.getOperator().getName() + " over a window, as we write none", over);
        }
        if (window.getOrderList().isEmpty()) {
            refuse(function.getOperator().getName() + " without an order", over);
        }
        if (window.getLowerBound() != null || window.getUpperBound() != null) {
            refuse("a frame for " + function.getOperator().getName(), over);
        }
        function.getOperandList().forEach(this::value);
        window.getPartitionList().forEach(this::value);
        window.getOrderList().forEach(key -> order(key, 0));
    }

    /** What stands in a row's text stands as deep as the text has open CASEs before it. */
    private void row(SqlCall call) {
        Optional<OperatorTable.Row> row = SqlServerOperators.TABLE.row(call.getOperator());
        String text = row.orElseThrow().text();
        if (withinAggregate && text.contains("SELECT")) {
            refuse("a subquery within an aggregate or a group", call);
        }
        deeper(RowText.deepest(text), call);
        cases -= RowText.deepest(text);
        List<SqlNode> operands = call.getOperandList();
        for (int i = 0; i < operands.size(); i++) {
            int levels = RowText.levels(text, i);
            deeper(levels, call);
            value(operands.get(i));
            cases -= levels;
        }
    }

    private static void refuse(String what, SqlNode where) {
        throw new IllegalStateException("T-SQL has no " + what + ": " + where);
    }

    /** Reads the text of a row. */
    private static final class RowText {
        private RowText() {}

        /** How deep its own CASEs nest. */
        static int deepest(String text) {
            return levels(text, text.length(), Integer.MAX_VALUE);
        }

        /** How deep an operand stands. */
        static int levels(String text, int operand) {
            String hole = "{" + operand + "}";
            int deepest = 0;
            for (int at = text.indexOf(hole); at >= 0; at = text.indexOf(hole, at + 1)) {
                deepest = Math.max(deepest, levels(text, at, 0));
            }
            return deepest;
        }

        /** The open CASEs at a place, or the most at any place before it. */
        private static int levels(String text, int end, int most) {
            int open = 0;
            int deepest = 0;
            for (String word : text.substring(0, end).split("[^A-Z]+")) {
                open += word.equals("CASE") ? 1 : word.equals("END") ? -1 : 0;
                deepest = Math.max(deepest, open);
            }
            return most == 0 ? open : deepest;
        }
    }
}
