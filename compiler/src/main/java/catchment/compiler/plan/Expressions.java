package catchment.compiler.plan;

import catchment.compiler.model.Case;
import catchment.compiler.model.CombineAsSet;
import catchment.compiler.model.Function;
import catchment.compiler.model.In;
import catchment.compiler.model.Node;
import catchment.compiler.model.Operator;
import catchment.compiler.model.Series;
import catchment.compiler.model.Type;
import catchment.compiler.model.ValueSet;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/** The expression of a node over a relation in which its shared parts are columns. Recurses no deeper than an expression may nest. */
final class Expressions {
    /** Where the parts of an expression are found that are not written out in it. */
    interface Columns {
        /** The column that holds the node's value, if there is one. */
        Optional<RexNode> value(Node node);

        /** A column of what the node is looked up in. */
        RexNode lookup(Lookups.Lookup lookup, String column);

        /** The operands of a chain of AND or OR. */
        List<Node> chain(Function function);

        /** True if the node's own expression can have no result, so that it must be guarded where it is used. */
        boolean needsGuard(Node node);
    }

    private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private final Workshop shop;
    private final Algebra algebra;
    private final Columns columns;

    Expressions(Workshop shop, Columns columns) {
        this.shop = shop;
        this.algebra = shop.algebra;
        this.columns = columns;
    }

    /** The value of the node: from its column, or guarded. */
    RexNode of(Node node) {
        return columns.value(node).orElseGet(() -> computed(node));
    }

    /** The value of the node, computed here even if a column is to hold it. */
    RexNode computed(Node node) {
        RexNode bare = bare(node);
        if (!columns.needsGuard(node)) {
            return bare;
        }
        return algebra.call(Operators.FINITE, Type.FLOAT, bare);
    }

    /** A value beside others of its type: literals need not say theirs. */
    private RexNode plain(Series node) {
        return literal(node).orElseGet(() -> of(node));
    }

    /** A constant that is not null, as it is written beside operands whose type is plain. */
    private Optional<RexNode> literal(Series node) {
        return shop.constants.of(node).flatMap(Constants.Constant::value).map(value -> algebra.literal(value, node.type()));
    }

    /** An operand that makes the whole not finite if it is not. */
    private RexNode raw(Node node) {
        return columns.value(node).orElseGet(() -> Operands.isFloatArithmetic(node) ? bare(node) : computed(node));
    }

    private RexNode bare(Node node) {
        Optional<Constants.Constant> constant = shop.constants.of(node);
        if (constant.isPresent()) {
            Type type = ((Series) node).type();
            return constant.get().value().map(value -> algebra.constant(value, type)).orElseGet(() -> algebra.missing(type));
        }
        return switch (node) {
            case Function function -> function(function);
            case In in -> in(in);
            case Case cases -> cases(cases);
            default -> throw new IllegalStateException("no column for " + node.getClass().getSimpleName());
        };
    }

    private RexNode function(Function function) {
        List<Series> operands = function.arguments();
        Series first = operands.getFirst();
        Type type = function.type();
        return switch (function.operator()) {
            case EQ, NE -> algebra.call(Operands.comparing(function.operator()), Type.BOOL, plain(first), plain(operands.get(1)));
            case LT, LE, GT, GE -> algebra.call(
                    Operands.comparing(function.operator()),
                    Type.BOOL,
                    shop.sortable(plain(first), first.type()),
                    shop.sortable(plain(operands.get(1)), first.type()));
            case AND -> algebra.balanced(SqlStdOperatorTable.AND, columns.chain(function).stream().map(this::of).toList());
            case OR -> Operands.missingOrFalse(function)
                    .map(condition -> algebra.sure(SqlStdOperatorTable.IS_NOT_TRUE, Type.BOOL, of(condition)))
                    .orElseGet(() -> algebra.balanced(SqlStdOperatorTable.OR, columns.chain(function).stream().map(this::of).toList()));
            case NOT -> not(first);
            case IS_NULL -> algebra.sure(SqlStdOperatorTable.IS_NULL, Type.BOOL, of(first));
            case NEGATE, ABSOLUTE, ADD, SUBTRACT, MULTIPLY -> arithmetic(function);
            case FLOOR_DIVIDE -> first.type() == Type.INT
                    ? arithmetic(function)
                    : algebra.call(Operators.FLOOR, Type.INT, algebra.call(Operators.DIVIDE, Type.FLOAT, raw(first), of(operands.get(1))));
            case TRUE_DIVIDE -> algebra.call(Operators.DIVIDE, Type.FLOAT, real(first, true), real(operands.get(1), false));
            case POWER -> algebra.call(Operators.POWER, Type.FLOAT, real(first, false), real(operands.get(1), false));
            case CAST_TO_INT -> switch (first.type()) {
                case BOOL -> algebra.call(Operators.TO_WHOLE, Type.INT, of(first));
                case FLOAT -> algebra.call(Operators.TRUNCATE, Type.INT, raw(first));
                default -> of(first);
            };
            case CAST_TO_FLOAT -> first.type() == Type.FLOAT ? of(first) : algebra.call(Operators.TO_FLOAT, Type.FLOAT, of(first));
            case DATE_ADD_DAYS, DATE_ADD_MONTHS, DATE_ADD_YEARS -> later(function.operator(), first, operands.get(1));
            case DATE_DIFFERENCE_IN_DAYS -> pair(Operators.DAYS_BETWEEN, operands, Type.INT);
            case DATE_DIFFERENCE_IN_MONTHS -> pair(Operators.MONTHS_BETWEEN, operands, Type.INT);
            case DATE_DIFFERENCE_IN_YEARS -> pair(Operators.YEARS_BETWEEN, operands, Type.INT);
            case YEAR_FROM_DATE -> algebra.call(Operators.YEAR, Type.INT, of(first));
            case MONTH_FROM_DATE -> algebra.call(Operators.MONTH, Type.INT, of(first));
            case DAY_FROM_DATE -> algebra.call(Operators.DAY, Type.INT, of(first));
            case TO_FIRST_OF_YEAR -> algebra.call(Operators.FIRST_OF_YEAR, Type.DATE, of(first));
            case TO_FIRST_OF_MONTH -> algebra.call(Operators.FIRST_OF_MONTH, Type.DATE, of(first));
            case STRING_CONTAINS -> pair(Operators.CONTAINS, operands, Type.BOOL);
            case MINIMUM_OF -> many(Operators.LEAST_OF, operands, type);
            case MAXIMUM_OF -> many(Operators.GREATEST_OF, operands, type);
        };
    }

    private RexNode not(Series operand) {
        if (operand instanceof Function missing && missing.operator() == Operator.IS_NULL && columns.value(operand).isEmpty()) {
            return algebra.sure(SqlStdOperatorTable.IS_NOT_NULL, Type.BOOL, of(missing.arguments().getFirst()));
        }
        return algebra.call(SqlStdOperatorTable.NOT, Type.BOOL, of(operand));
    }

    private RexNode arithmetic(Function function) {
        List<RexNode> operands = new ArrayList<>();
        // not all of them are literals, else the whole were one: another operand shows the type
        for (Series operand : function.arguments()) {
            operands.add(literal(operand).orElseGet(() -> raw(operand)));
        }
        return algebra.call(new Operands(shop).arithmetic(function), algebra.type(function.type()), operands);
    }

    private RexNode real(Series operand, boolean raw) {
        if (operand.type() == Type.FLOAT) {
            return raw ? raw(operand) : of(operand);
        }
        Optional<Object> constant = shop.constants.of(operand).flatMap(Constants.Constant::value);
        return constant.isPresent()
                ? algebra.literal(((Long) constant.get()).doubleValue(), Type.FLOAT)
                : algebra.call(Operators.TO_FLOAT, Type.FLOAT, of(operand));
    }

    private RexNode pair(SqlOperator operator, List<Series> operands, Type type) {
        return algebra.call(operator, type, of(operands.get(0)), of(operands.get(1)));
    }

    private RexNode many(SqlOperator operator, List<Series> operands, Type type) {
        if (operands.size() == 1) {
            return of(operands.getFirst());
        }
        return algebra.call(operator, algebra.type(type), operands.stream().map(operand -> shop.sortable(of(operand), type)).toList());
    }

    /** A date some units later, if that is within the years that there are. */
    private RexNode later(Operator unit, Series date, Series amount) {
        RexNode day = of(date);
        Optional<Constants.Constant> constant = shop.constants.of(amount);
        if (constant.isPresent()) {
            return constant.get().value().map(value -> later(unit, day, (Long) value)).orElseGet(() -> algebra.missing(Type.DATE));
        }
        RexNode number = of(amount);
        RexNode least;
        RexNode greatest;
        switch (unit) {
            case DATE_ADD_DAYS -> {
                least = algebra.call(Operators.DAYS_BETWEEN, Type.INT, algebra.literal(FIRST_DAY, Type.DATE), day);
                greatest = algebra.call(Operators.DAYS_BETWEEN, Type.INT, algebra.literal(LAST_DAY, Type.DATE), day);
            }
            case DATE_ADD_MONTHS -> {
                RexNode months = algebra.call(
                        SqlStdOperatorTable.PLUS,
                        Type.INT,
                        algebra.call(
                                SqlStdOperatorTable.MULTIPLY, Type.INT, algebra.call(Operators.YEAR, Type.INT, day), algebra.literal(12L, Type.INT)),
                        algebra.call(Operators.MONTH, Type.INT, day));
                least = algebra.call(SqlStdOperatorTable.MINUS, Type.INT, algebra.literal(13L, Type.INT), months);
                greatest = algebra.call(SqlStdOperatorTable.MINUS, Type.INT, algebra.literal(120_000L, Type.INT), months);
            }
            default -> {
                RexNode year = algebra.call(Operators.YEAR, Type.INT, day);
                least = algebra.call(SqlStdOperatorTable.MINUS, Type.INT, algebra.literal(1L, Type.INT), year);
                greatest = algebra.call(SqlStdOperatorTable.MINUS, Type.INT, algebra.literal(9999L, Type.INT), year);
            }
        }
        RexNode within = algebra.call(
                SqlStdOperatorTable.AND,
                Type.BOOL,
                algebra.call(SqlStdOperatorTable.GREATER_THAN_OR_EQUAL, Type.BOOL, number, least),
                algebra.call(SqlStdOperatorTable.LESS_THAN_OR_EQUAL, Type.BOOL, number, greatest));
        return algebra.where(within, algebra.call(Operands.adding(unit), Type.DATE, day, number), Type.DATE);
    }

    private RexNode later(Operator unit, RexNode day, long amount) {
        if (amount == 0) {
            return day;
        }
        if (Math.abs(amount) > 4_000_000 || amount == Long.MIN_VALUE) {
            return algebra.missing(Type.DATE);
        }
        Optional<LocalDate> bound = bound(unit, amount);
        if (bound.isEmpty()) {
            return algebra.missing(Type.DATE);
        }
        RexNode within = algebra.call(
                amount > 0 ? SqlStdOperatorTable.LESS_THAN_OR_EQUAL : SqlStdOperatorTable.GREATER_THAN_OR_EQUAL,
                Type.BOOL,
                day,
                algebra.literal(bound.get(), Type.DATE));
        RexNode sum = algebra.call(Operands.adding(unit), Type.DATE, day, algebra.literal(amount, Type.INT));
        return algebra.where(within, sum, Type.DATE);
    }

    /** The last day (for a negative amount, the first) from which so many units lead to a day within the years 1 to 9999. */
    private static Optional<LocalDate> bound(Operator unit, long amount) {
        LocalDate bound = switch (unit) {
            case DATE_ADD_DAYS -> amount > 0 ? LAST_DAY.minusDays(amount) : FIRST_DAY.minusDays(amount);
            case DATE_ADD_MONTHS -> amount > 0
                    ? YearMonth.from(LAST_DAY).minusMonths(amount).atEndOfMonth()
                    : YearMonth.from(FIRST_DAY).minusMonths(amount).atDay(1);
            default -> amount > 0 ? LAST_DAY.minusYears(amount) : FIRST_DAY.minusYears(amount);
        };
        return bound.isBefore(FIRST_DAY) || bound.isAfter(LAST_DAY) ? Optional.empty() : Optional.of(bound);
    }

    private RexNode in(In in) {
        Optional<Lookups.Lookup> lookup = shop.lookups.of(in);
        switch (in.set()) {
            case CombineAsSet set -> {
                RexNode found = algebra.sure(SqlStdOperatorTable.IS_NOT_NULL, Type.BOOL, columns.lookup(lookup.orElseThrow(), "value"));
                return algebra.choose(
                        algebra.type(Type.BOOL),
                        List.of(
                                algebra.call(SqlStdOperatorTable.NOT, Type.BOOL, of(set)),
                                algebra.literal(false, Type.BOOL),
                                algebra.sure(SqlStdOperatorTable.IS_NOT_NULL, Type.BOOL, of(in.value())),
                                found,
                                algebra.nothing(Type.BOOL)));
            }
            case ValueSet set when set.values().isEmpty() -> {
                return algebra.literal(false, Type.BOOL);
            }
            case ValueSet set when lookup.isPresent() -> {
                Lookups.Mask mask = shop.lookups.maskOf(set);
                RexNode bit = algebra.call(
                        Operators.HAS_BIT, Type.BOOL, columns.lookup(lookup.get(), mask.column()), algebra.literal(mask.bit(), Type.INT));
                RexNode found = algebra.sure(SqlStdOperatorTable.IS_TRUE, Type.BOOL, bit);
                return algebra.where(algebra.sure(SqlStdOperatorTable.IS_NOT_NULL, Type.BOOL, of(in.value())), found, Type.BOOL);
            }
            case ValueSet set -> {
                List<RexNode> operands = new ArrayList<>();
                operands.add(of(in.value()));
                set.values().forEach(value -> operands.add(algebra.literal(value, set.type())));
                return algebra.call(
                        operands.size() == 2 ? SqlStdOperatorTable.EQUALS : Operators.IN_LIST, algebra.type(Type.BOOL), operands);
            }
            default -> throw new IllegalStateException("no set: " + in.set().getClass());
        }
    }

    private RexNode cases(Case cases) {
        Type type = cases.type();
        Optional<Lookups.Branches> data = shop.lookups.branches(cases);
        if (data.isPresent()) {
            Lookups.Lookup lookup = data.get().lookup();
            return algebra.choose(
                    algebra.type(type),
                    List.of(
                            algebra.sure(SqlStdOperatorTable.IS_NOT_NULL, Type.BOOL, columns.lookup(lookup, "value")),
                            columns.lookup(lookup, "result"),
                            cases.otherwise().map(this::of).orElseGet(() -> algebra.nothing(type))));
        }
        Optional<Series> present = Operands.presentValue(cases);
        if (present.isPresent()) {
            RexNode value = of(present.get());
            return cases.otherwise().map(other -> algebra.call(SqlStdOperatorTable.COALESCE, type, value, of(other))).orElse(value);
        }
        List<RexNode> parts = new ArrayList<>();
        for (Case.Branch branch : cases.branches()) {
            parts.add(of(branch.condition()));
            parts.add(branch.value().map(this::of).orElseGet(() -> algebra.nothing(type)));
        }
        parts.add(cases.otherwise().map(this::of).orElseGet(() -> algebra.nothing(type)));
        return algebra.choose(algebra.type(type), parts);
    }
}
