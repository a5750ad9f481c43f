package catchment.compiler.model;

import java.util.List;

/** The scalar functions of the query model. Null in any operand gives null, unless said. Sources: the language's reference, "Query model". */
public enum Operator {
    EQ("Function.EQ", Form.PAIR),
    NE("Function.NE", Form.PAIR),
    LT("Function.LT", Form.PAIR),
    LE("Function.LE", Form.PAIR),
    GT("Function.GT", Form.PAIR),
    GE("Function.GE", Form.PAIR),
    /** Three-valued: false if either is false, else null if either is null. */
    AND("Function.And", Form.PAIR),
    /** Three-valued: true if either is true, else null if either is null. */
    OR("Function.Or", Form.PAIR),
    NOT("Function.Not", Form.SINGLE),
    /** Never null. */
    IS_NULL("Function.IsNull", Form.SINGLE),
    NEGATE("Function.Negate", Form.SINGLE),
    ABSOLUTE("Function.Absolute", Form.SINGLE),
    ADD("Function.Add", Form.PAIR),
    SUBTRACT("Function.Subtract", Form.PAIR),
    MULTIPLY("Function.Multiply", Form.PAIR),
    /** A float always; null for a divisor of zero. */
    TRUE_DIVIDE("Function.TrueDivide", Form.PAIR),
    /** An int always, towards minus infinity; null for a divisor of zero. */
    FLOOR_DIVIDE("Function.FloorDivide", Form.PAIR),
    /** A float always; null for zero to a negative power and for a negative base to a fractional one. */
    POWER("Function.Power", Form.PAIR),
    /** Towards zero; a bool is 1 or 0. */
    CAST_TO_INT("Function.CastToInt", Form.SINGLE),
    CAST_TO_FLOAT("Function.CastToFloat", Form.SINGLE),
    DATE_ADD_DAYS("Function.DateAddDays", Form.PAIR),
    /** Where the target month has no such day: the first of the next month. */
    DATE_ADD_MONTHS("Function.DateAddMonths", Form.PAIR),
    /** 29 February becomes 1 March in a common year. */
    DATE_ADD_YEARS("Function.DateAddYears", Form.PAIR),
    /** The first minus the second. */
    DATE_DIFFERENCE_IN_DAYS("Function.DateDifferenceInDays", Form.PAIR),
    /** Whole months from the second to the first, towards minus infinity. */
    DATE_DIFFERENCE_IN_MONTHS("Function.DateDifferenceInMonths", Form.PAIR),
    /** Whole years from the second to the first, towards minus infinity. */
    DATE_DIFFERENCE_IN_YEARS("Function.DateDifferenceInYears", Form.PAIR),
    YEAR_FROM_DATE("Function.YearFromDate", Form.SINGLE),
    MONTH_FROM_DATE("Function.MonthFromDate", Form.SINGLE),
    DAY_FROM_DATE("Function.DayFromDate", Form.SINGLE),
    TO_FIRST_OF_YEAR("Function.ToFirstOfYear", Form.SINGLE),
    TO_FIRST_OF_MONTH("Function.ToFirstOfMonth", Form.SINGLE),
    /** Case-sensitive substring; the empty text is in every text. */
    STRING_CONTAINS("Function.StringContains", Form.PAIR),
    /** The least of those that are not null; null if all are. */
    MINIMUM_OF("Function.MinimumOf", Form.MANY),
    /** The greatest of those that are not null; null if all are. */
    MAXIMUM_OF("Function.MaximumOf", Form.MANY);

    /** How many operands there are and what a serialised definition calls them. */
    public enum Form {
        /** {@code source}. */
        SINGLE,
        /** {@code lhs} and {@code rhs}. */
        PAIR,
        /** {@code sources}, at least one. */
        MANY
    }

    private final String serialName;
    private final Form form;

    Operator(String serialName, Form form) {
        this.serialName = serialName;
        this.form = form;
    }

    /** Its name in a serialised definition. */
    public String serialName() {
        return serialName;
    }

    /** Its operands. */
    public Form form() {
        return form;
    }

    /**
     * The type of the result for these operands.
     *
     * @throws ModelException if there are too few or many, or their types do not fit
     */
    Type typeOf(List<Series> arguments) {
        boolean counted = switch (form) {
            case SINGLE -> arguments.size() == 1;
            case PAIR -> arguments.size() == 2;
            case MANY -> !arguments.isEmpty();
        };
        if (!counted) {
            throw new ModelException(this + " of " + arguments.size() + " operands");
        }
        Type first = arguments.getFirst().type();
        return switch (this) {
            case EQ, NE -> alike(arguments, true, Type.BOOL);
            case LT, LE, GT, GE -> alike(arguments, first.isComparable(), Type.BOOL);
            case AND, OR, NOT -> alike(arguments, first == Type.BOOL, Type.BOOL);
            case IS_NULL -> Type.BOOL;
            case NEGATE, ABSOLUTE, ADD, SUBTRACT, MULTIPLY -> alike(arguments, first.isNumeric(), first);
            case TRUE_DIVIDE, POWER -> alike(arguments, first.isNumeric(), Type.FLOAT);
            case FLOOR_DIVIDE -> alike(arguments, first.isNumeric(), Type.INT);
            case CAST_TO_INT -> alike(arguments, first.isNumeric() || first == Type.BOOL, Type.INT);
            case CAST_TO_FLOAT -> alike(arguments, first.isNumeric(), Type.FLOAT);
            case DATE_ADD_DAYS, DATE_ADD_MONTHS, DATE_ADD_YEARS -> {
                require(first == Type.DATE && arguments.get(1).type() == Type.INT);
                yield Type.DATE;
            }
            case DATE_DIFFERENCE_IN_DAYS, DATE_DIFFERENCE_IN_MONTHS, DATE_DIFFERENCE_IN_YEARS ->
                    alike(arguments, first == Type.DATE, Type.INT);
            case YEAR_FROM_DATE, MONTH_FROM_DATE, DAY_FROM_DATE -> alike(arguments, first == Type.DATE, Type.INT);
            case TO_FIRST_OF_YEAR, TO_FIRST_OF_MONTH -> alike(arguments, first == Type.DATE, Type.DATE);
            case STRING_CONTAINS -> {
                require((first == Type.STR || first.isMultiCode()) && arguments.get(1).type() == Type.STR);
                yield Type.BOOL;
            }
            case MINIMUM_OF, MAXIMUM_OF -> alike(arguments, first.isComparable(), first);
        };
    }

    private Type alike(List<Series> arguments, boolean fits, Type result) {
        Type first = arguments.getFirst().type();
        require(fits && arguments.stream().allMatch(argument -> argument.type() == first));
        return result;
    }

    private void require(boolean fits) {
        if (!fits) {
            throw new ModelException(this + " does not take operands of these types");
        }
    }
}
