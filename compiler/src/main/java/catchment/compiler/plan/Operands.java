package catchment.compiler.plan;

import catchment.compiler.model.Case;
import catchment.compiler.model.CombineAsSet;
import catchment.compiler.model.Function;
import catchment.compiler.model.In;
import catchment.compiler.model.Node;
import catchment.compiler.model.Operator;
import catchment.compiler.model.Series;
import catchment.compiler.model.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/** What the expression of a node is made of, how often each part stands in its text, and what may go wrong in it. */
final class Operands {
    /**
     * A part of an expression.
     *
     * @param copies how often it is written
     * @param raw true if the part's own failure makes the whole fail, so that it needs no guard of its own
     */
    record Part(Node node, int copies, boolean raw) {}

    private final Workshop shop;

    Operands(Workshop shop) {
        this.shop = shop;
    }

    /** The parts; chains of AND and OR are not flattened here. */
    List<Part> of(Node node) {
        if (shop.constants.of(node).isPresent()) {
            return List.of();
        }
        return switch (node) {
            case Function function -> of(function);
            case In in -> {
                List<Part> parts = new ArrayList<>();
                int copies = shop.lookups.of(in).isPresent() ? 2 : in.value().type() == Type.STR ? copies(Operators.IN_LIST, 0) : 1;
                parts.add(new Part(in.value(), copies, false));
                if (in.set() instanceof CombineAsSet set) {
                    parts.add(new Part(set, 1, false));
                }
                yield parts;
            }
            case Case cases -> of(cases);
            default -> List.of();
        };
    }

    private List<Part> of(Case cases) {
        List<Part> parts = new ArrayList<>();
        Optional<Lookups.Branches> data = shop.lookups.branches(cases);
        if (data.isPresent()) {
            parts.add(new Part(data.get().lookup().key(), 1, false));
        } else if (presentValue(cases).isPresent()) {
            parts.add(new Part(presentValue(cases).get(), chosen(cases, SqlStdOperatorTable.COALESCE), false));
        } else {
            for (Case.Branch branch : cases.branches()) {
                parts.add(new Part(branch.condition(), 1, false));
                branch.value().ifPresent(value -> parts.add(new Part(value, chosen(value, SqlStdOperatorTable.CASE), false)));
            }
        }
        cases.otherwise().ifPresent(value -> parts.add(new Part(value, chosen(value, SqlStdOperatorTable.CASE), false)));
        return parts;
    }

    private int chosen(Series value, SqlOperator choice) {
        return value.type() == Type.BOOL ? copies(choice, 1) : 1;
    }

    private List<Part> of(Function function) {
        List<Series> operands = function.arguments();
        Series first = operands.getFirst();
        return switch (function.operator()) {
            case ADD, SUBTRACT, MULTIPLY, NEGATE, ABSOLUTE -> {
                SqlOperator operator = arithmetic(function);
                List<Part> parts = new ArrayList<>();
                for (int i = 0; i < operands.size(); i++) {
                    parts.add(new Part(operands.get(i), copies(operator, i), function.type() == Type.FLOAT));
                }
                yield parts;
            }
            case FLOOR_DIVIDE -> first.type() == Type.INT
                    ? pair(arithmetic(function), operands)
                    : List.of(new Part(first, copies(Operators.DIVIDE, 0), true), new Part(operands.get(1), copies(Operators.DIVIDE, 1), false));
            case TRUE_DIVIDE -> List.of(
                    new Part(first, copies(Operators.DIVIDE, 0), first.type() == Type.FLOAT),
                    new Part(operands.get(1), copies(Operators.DIVIDE, 1), false));
            case CAST_TO_INT -> {
                int copies = first.type() == Type.FLOAT ? copies(Operators.TRUNCATE, 0) : first.type() == Type.BOOL ? copies(Operators.TO_WHOLE, 0) : 1;
                yield List.of(new Part(first, copies, first.type() == Type.FLOAT));
            }
            case DATE_ADD_DAYS, DATE_ADD_MONTHS, DATE_ADD_YEARS -> {
                SqlOperator operator = adding(function.operator());
                int bounds = shop.constants.of(operands.get(1)).isPresent() ? 1 : 2 * boundCopies(function.operator());
                yield List.of(new Part(first, bounds + copies(operator, 0), false), new Part(operands.get(1), 2 + copies(operator, 1), false));
            }
            case OR -> missingOrFalse(function)
                    .map(condition -> List.of(new Part(condition, 1, false)))
                    .orElseGet(() -> plain(function));
            case DATE_DIFFERENCE_IN_DAYS -> pair(Operators.DAYS_BETWEEN, operands);
            case DATE_DIFFERENCE_IN_MONTHS -> pair(Operators.MONTHS_BETWEEN, operands);
            case DATE_DIFFERENCE_IN_YEARS -> pair(Operators.YEARS_BETWEEN, operands);
            case POWER -> pair(Operators.POWER, operands);
            case STRING_CONTAINS -> pair(Operators.CONTAINS, operands);
            case YEAR_FROM_DATE -> List.of(new Part(first, copies(Operators.YEAR, 0), false));
            case MONTH_FROM_DATE -> List.of(new Part(first, copies(Operators.MONTH, 0), false));
            case DAY_FROM_DATE -> List.of(new Part(first, copies(Operators.DAY, 0), false));
            case TO_FIRST_OF_YEAR -> List.of(new Part(first, copies(Operators.FIRST_OF_YEAR, 0), false));
            case TO_FIRST_OF_MONTH -> List.of(new Part(first, copies(Operators.FIRST_OF_MONTH, 0), false));
            case CAST_TO_FLOAT -> List.of(new Part(first, 1, false));
            case MINIMUM_OF -> many(Operators.LEAST_OF, operands);
            case MAXIMUM_OF -> many(Operators.GREATEST_OF, operands);
            case EQ, NE, LT, LE, GT, GE -> List.of(
                    new Part(first, compared(comparing(function.operator()), first), false),
                    new Part(operands.get(1), compared(comparing(function.operator()), first), false));
            case IS_NULL -> List.of(new Part(first, compared(SqlStdOperatorTable.IS_NULL, first), false));
            case AND, NOT -> plain(function);
        };
    }

    /** How often a bound's text repeats the date. */
    private int boundCopies(Operator operator) {
        return switch (operator) {
            case DATE_ADD_DAYS -> copies(Operators.DAYS_BETWEEN, 1);
            case DATE_ADD_MONTHS -> copies(Operators.YEAR, 0) + copies(Operators.MONTH, 0);
            default -> copies(Operators.YEAR, 0);
        };
    }

    private List<Part> pair(SqlOperator operator, List<Series> operands) {
        return List.of(new Part(operands.get(0), copies(operator, 0), false), new Part(operands.get(1), copies(operator, 1), false));
    }

    private List<Part> many(SqlOperator operator, List<Series> operands) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < operands.size(); i++) {
            parts.add(new Part(operands.get(i), copies(operator, i), false));
        }
        return parts;
    }

    /** How often a condition repeats an operand: more than once where an engine has no true and false as values, or compares texts in two ways. */
    private int compared(SqlOperator condition, Series operand) {
        return operand.type() == Type.BOOL || operand.type() == Type.STR ? copies(condition, 0) : 1;
    }

    private static List<Part> plain(Function function) {
        return function.arguments().stream().map(operand -> new Part(operand, 1, false)).toList();
    }

    private int copies(SqlOperator operator, int index) {
        return shop.capabilities.copies().of(operator, index);
    }

    static SqlOperator adding(Operator operator) {
        return switch (operator) {
            case DATE_ADD_DAYS -> Operators.ADD_DAYS;
            case DATE_ADD_MONTHS -> Operators.ADD_MONTHS;
            case DATE_ADD_YEARS -> Operators.ADD_YEARS;
            default -> throw new IllegalArgumentException(operator + " adds nothing to a date");
        };
    }

    static SqlOperator comparing(Operator operator) {
        return switch (operator) {
            case EQ -> SqlStdOperatorTable.EQUALS;
            case NE -> SqlStdOperatorTable.NOT_EQUALS;
            case LT -> SqlStdOperatorTable.LESS_THAN;
            case LE -> SqlStdOperatorTable.LESS_THAN_OR_EQUAL;
            case GT -> SqlStdOperatorTable.GREATER_THAN;
            case GE -> SqlStdOperatorTable.GREATER_THAN_OR_EQUAL;
            default -> throw new IllegalArgumentException(operator + " compares nothing");
        };
    }

    /** For {@code not c or c is null}, which is what {@code except_where} makes: the condition. */
    static Optional<Series> missingOrFalse(Function function) {
        if (function.operator() == Operator.OR
                && function.arguments().get(0) instanceof Function not
                && not.operator() == Operator.NOT
                && function.arguments().get(1) instanceof Function missing
                && missing.operator() == Operator.IS_NULL
                && not.arguments().getFirst() == missing.arguments().getFirst()) {
            return Optional.of(not.arguments().getFirst());
        }
        return Optional.empty();
    }

    /** For a case of {@code x} where {@code x} is not null, which is what {@code when_null_then} makes: the value. */
    static Optional<Series> presentValue(Case cases) {
        if (cases.branches().size() == 1
                && cases.branches().getFirst().condition() instanceof Function not
                && not.operator() == Operator.NOT
                && not.arguments().getFirst() instanceof Function missing
                && missing.operator() == Operator.IS_NULL
                && cases.branches().getFirst().value().isPresent()
                && cases.branches().getFirst().value().get() == missing.arguments().getFirst()) {
            return cases.branches().getFirst().value();
        }
        return Optional.empty();
    }

    /** The operator of arithmetic; one that sees to its own failure if it may fail. */
    SqlOperator arithmetic(Function function) {
        boolean real = function.type() == Type.FLOAT;
        boolean total = !real && mayFail(function);
        return switch (function.operator()) {
            case ADD -> real ? Operators.FLOAT_ADD : total ? Operators.WHOLE_ADD : SqlStdOperatorTable.PLUS;
            case SUBTRACT -> real ? Operators.FLOAT_SUBTRACT : total ? Operators.WHOLE_SUBTRACT : SqlStdOperatorTable.MINUS;
            case MULTIPLY -> real ? Operators.FLOAT_MULTIPLY : total ? Operators.WHOLE_MULTIPLY : SqlStdOperatorTable.MULTIPLY;
            case NEGATE -> total ? Operators.WHOLE_NEGATE : Operators.NEGATE;
            case ABSOLUTE -> total ? Operators.WHOLE_ABSOLUTE : SqlStdOperatorTable.ABS;
            case FLOOR_DIVIDE -> total ? Operators.WHOLE_FLOOR_DIVIDE : Operators.FLOOR_DIVIDE;
            default -> throw new IllegalArgumentException(function.operator() + " is no arithmetic");
        };
    }

    /** True if an operation on whole numbers can have no result though its operands have values. */
    private boolean mayFail(Function function) {
        if (function.operator() == Operator.FLOOR_DIVIDE) {
            Ranges.Range divisor = shop.ranges.of(function.arguments().get(1));
            if (divisor.least() > 0) {
                return false;
            }
            if (divisor.greatest() >= 0) {
                return true;
            }
        }
        return shop.ranges.of(function).isAny();
    }

    /** True for an operation on floats that stays not finite if an operand is. */
    static boolean isFloatArithmetic(Node node) {
        return node instanceof Function function && function.type() == Type.FLOAT && switch (function.operator()) {
            case ADD, SUBTRACT, MULTIPLY, NEGATE, ABSOLUTE, TRUE_DIVIDE, POWER -> true;
            default -> false;
        };
    }

    /** True if an operation on floats can be not finite though its operands are finite. */
    static boolean isGuarded(Function function) {
        return switch (function.operator()) {
            case ADD, SUBTRACT, MULTIPLY, TRUE_DIVIDE, POWER -> true;
            default -> false;
        };
    }
}
