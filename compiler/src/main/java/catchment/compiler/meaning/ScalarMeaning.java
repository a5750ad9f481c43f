package catchment.compiler.meaning;

import catchment.compiler.model.Operator;
import java.time.LocalDate;
import java.util.List;

/**
 * What each {@link Operator} does to the values of one patient or one row: {@code ADD} of 2 and 3 is 5, of 2 and null is null.
 *
 * <p>Values are of the Java classes that {@link catchment.compiler.model.Type} says; null stands for a missing value. Every operation is total: a result outside 64
 * bits, outside the years 1 to 9999, or not finite, is null, and so is anything divided by zero.
 *
 * <p>A choice between a {@code Long} and a {@code Double} is cast to {@code Object}: Java would make both a {@code double}.
 */
public final class ScalarMeaning {
    private ScalarMeaning() {}

    /**
     * The value of an operator for these operands.
     *
     * @param operator which
     * @param operands as many as its {@link Operator#form()} says, of types that the model accepts; each may be null
     * @return the result; null where it is missing
     */
    public static Object apply(Operator operator, List<?> operands) {
        return switch (operator.form()) {
            case SINGLE -> single(operator, operands.get(0));
            case PAIR -> pair(operator, operands.get(0), operands.get(1));
            case MANY -> operator == Operator.MINIMUM_OF ? Comparison.least(operands) : Comparison.greatest(operands);
        };
    }

    // A conditional of a Long and a Double would turn both into doubles: hence the casts to Object.

    private static Object single(Operator operator, Object value) {
        if (operator == Operator.IS_NULL) {
            return value == null;
        }
        if (value == null) {
            return null;
        }
        return switch (operator) {
            case NOT -> !(Boolean) value;
            case NEGATE -> value instanceof Long whole ? (Object) WholeNumbers.subtract(0, whole) : DecimalNumbers.finite(-(Double) value);
            case ABSOLUTE -> value instanceof Long whole ? (Object) WholeNumbers.absolute(whole) : DecimalNumbers.finite(Math.abs((Double) value));
            case CAST_TO_INT -> toInt(value);
            case CAST_TO_FLOAT -> toFloat(value);
            case YEAR_FROM_DATE -> (long) ((LocalDate) value).getYear();
            case MONTH_FROM_DATE -> (long) ((LocalDate) value).getMonthValue();
            case DAY_FROM_DATE -> (long) ((LocalDate) value).getDayOfMonth();
            case TO_FIRST_OF_YEAR -> ((LocalDate) value).withDayOfYear(1);
            case TO_FIRST_OF_MONTH -> ((LocalDate) value).withDayOfMonth(1);
            case IS_NULL, EQ, NE, LT, LE, GT, GE, AND, OR, ADD, SUBTRACT, MULTIPLY, TRUE_DIVIDE, FLOOR_DIVIDE, POWER,
                    DATE_ADD_DAYS, DATE_ADD_MONTHS, DATE_ADD_YEARS, DATE_DIFFERENCE_IN_DAYS, DATE_DIFFERENCE_IN_MONTHS,
                    DATE_DIFFERENCE_IN_YEARS, STRING_CONTAINS, MINIMUM_OF, MAXIMUM_OF ->
                    throw new IllegalArgumentException(operator + " of one operand");
        };
    }

    private static Object pair(Operator operator, Object left, Object right) {
        if (operator == Operator.AND) {
            return Logic.and((Boolean) left, (Boolean) right);
        }
        if (operator == Operator.OR) {
            return Logic.or((Boolean) left, (Boolean) right);
        }
        if (left == null || right == null) {
            return null;
        }
        return switch (operator) {
            case EQ -> Comparison.compare(left, right) == 0;
            case NE -> Comparison.compare(left, right) != 0;
            case LT -> Comparison.compare(left, right) < 0;
            case LE -> Comparison.compare(left, right) <= 0;
            case GT -> Comparison.compare(left, right) > 0;
            case GE -> Comparison.compare(left, right) >= 0;
            case ADD -> left instanceof Long whole ? (Object) WholeNumbers.add(whole, (Long) right) : DecimalNumbers.finite((Double) left + (Double) right);
            case SUBTRACT -> left instanceof Long whole
                    ? (Object) WholeNumbers.subtract(whole, (Long) right)
                    : DecimalNumbers.finite((Double) left - (Double) right);
            case MULTIPLY -> left instanceof Long whole
                    ? (Object) WholeNumbers.multiply(whole, (Long) right)
                    : DecimalNumbers.finite((Double) left * (Double) right);
            case TRUE_DIVIDE -> DecimalNumbers.divide(toFloat(left), toFloat(right));
            case FLOOR_DIVIDE -> left instanceof Long whole
                    ? (Object) WholeNumbers.floorDivide(whole, (Long) right)
                    : DecimalNumbers.floorDivide((Double) left, (Double) right);
            case POWER -> DecimalNumbers.power(toFloat(left), toFloat(right));
            case DATE_ADD_DAYS -> Dates.addDays((LocalDate) left, (Long) right);
            case DATE_ADD_MONTHS -> Dates.addMonths((LocalDate) left, (Long) right);
            case DATE_ADD_YEARS -> Dates.addYears((LocalDate) left, (Long) right);
            case DATE_DIFFERENCE_IN_DAYS -> Dates.days((LocalDate) left, (LocalDate) right);
            case DATE_DIFFERENCE_IN_MONTHS -> Dates.months((LocalDate) left, (LocalDate) right);
            case DATE_DIFFERENCE_IN_YEARS -> Dates.years((LocalDate) left, (LocalDate) right);
            case STRING_CONTAINS -> ((String) left).contains((String) right);
            case AND, OR, NOT, IS_NULL, NEGATE, ABSOLUTE, CAST_TO_INT, CAST_TO_FLOAT, YEAR_FROM_DATE, MONTH_FROM_DATE, DAY_FROM_DATE,
                    TO_FIRST_OF_YEAR, TO_FIRST_OF_MONTH, MINIMUM_OF, MAXIMUM_OF ->
                    throw new IllegalArgumentException(operator + " of two operands");
        };
    }

    private static Long toInt(Object value) {
        return switch (value) {
            case Boolean truth -> truth ? 1L : 0L;
            case Long whole -> whole;
            default -> DecimalNumbers.truncate((Double) value);
        };
    }

    private static double toFloat(Object value) {
        return value instanceof Long whole ? (double) whole : (Double) value;
    }
}
