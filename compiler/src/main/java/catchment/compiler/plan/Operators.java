package catchment.compiler.plan;

import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.SqlAggFunction;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.ReturnTypes;
import org.apache.calcite.sql.type.SqlReturnTypeInference;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeTransforms;
import org.apache.calcite.util.Optionality;

/**
 * The operators of ours that a plan uses besides the standard ones; each dialect says how it writes each. Null in any operand gives null, unless said.
 *
 * <p>To add one: its constant here and in {@link #all}; a row in the table of every dialect (a test names those that lack it); a spec case that needs it.
 */
public final class Operators {
    private Operators() {}

    /** A date and a number of days, whose sum is known to lie within the years 1 to 9999. */
    public static final SqlFunction ADD_DAYS = scalar("ADD_DAYS");

    /** A date and a number of months; where the month has no such day, the first of the next. The result is known to be within the years 1 to 9999. */
    public static final SqlFunction ADD_MONTHS = scalar("ADD_MONTHS");

    /** A date and a number of years; 29 February becomes 1 March. The result is known to be within the years 1 to 9999. */
    public static final SqlFunction ADD_YEARS = scalar("ADD_YEARS");

    /** The first date minus the second, in days. */
    public static final SqlFunction DAYS_BETWEEN = scalar("DAYS_BETWEEN");

    /** Whole months from the second date to the first, towards minus infinity. */
    public static final SqlFunction MONTHS_BETWEEN = scalar("MONTHS_BETWEEN");

    /** Whole years from the second date to the first, towards minus infinity. */
    public static final SqlFunction YEARS_BETWEEN = scalar("YEARS_BETWEEN");

    /** The year of a date. */
    public static final SqlFunction YEAR = scalar("YEAR");

    /** The month of a date, 1 to 12. */
    public static final SqlFunction MONTH = scalar("MONTH");

    /** The day of the month. */
    public static final SqlFunction DAY = scalar("DAY");

    /** 1 January of the date's year. */
    public static final SqlFunction FIRST_OF_YEAR = scalar("FIRST_OF_YEAR");

    /** The first day of the date's month. */
    public static final SqlFunction FIRST_OF_MONTH = scalar("FIRST_OF_MONTH");

    /** Whether the first text has the second within it, code point by code point; the empty text is within every text. */
    public static final SqlFunction CONTAINS = scalar("CONTAINS");

    /** The least of the operands that are not null; null if all are. */
    public static final SqlFunction LEAST_OF = scalar("LEAST_OF");

    /** The greatest of the operands that are not null; null if all are. */
    public static final SqlFunction GREATEST_OF = scalar("GREATEST_OF");

    /** Minus a number that is known to have such a result. */
    public static final SqlFunction NEGATE = scalar("NEGATE");

    /** A whole number divided, towards minus infinity; the divisor is known not to be zero, and the result to fit. */
    public static final SqlFunction FLOOR_DIVIDE = scalar("FLOOR_DIVIDE");

    /** The sum of two whole numbers; null where it leaves 64 bits. */
    public static final SqlFunction WHOLE_ADD = scalar("WHOLE_ADD");

    /** The first whole number minus the second; null where it leaves 64 bits. */
    public static final SqlFunction WHOLE_SUBTRACT = scalar("WHOLE_SUBTRACT");

    /** The product of two whole numbers; null where it leaves 64 bits. */
    public static final SqlFunction WHOLE_MULTIPLY = scalar("WHOLE_MULTIPLY");

    /** Minus a whole number; null where it leaves 64 bits. */
    public static final SqlFunction WHOLE_NEGATE = scalar("WHOLE_NEGATE");

    /** A whole number without its sign; null where it leaves 64 bits. */
    public static final SqlFunction WHOLE_ABSOLUTE = scalar("WHOLE_ABSOLUTE");

    /** A whole number divided, towards minus infinity; null for a divisor of zero and where it leaves 64 bits. */
    public static final SqlFunction WHOLE_FLOOR_DIVIDE = scalar("WHOLE_FLOOR_DIVIDE");

    /** The sum of two floats; null or not finite where it is too large: within {@link #FINITE}. */
    public static final SqlFunction FLOAT_ADD = scalar("FLOAT_ADD");

    /** The first float minus the second; null or not finite where it is too large: within {@link #FINITE}. */
    public static final SqlFunction FLOAT_SUBTRACT = scalar("FLOAT_SUBTRACT");

    /** The product of two floats; null or not finite where it is too large: within {@link #FINITE}. */
    public static final SqlFunction FLOAT_MULTIPLY = scalar("FLOAT_MULTIPLY");

    /** A float divided; null or not finite where the divisor is zero: within {@link #FINITE}. */
    public static final SqlFunction DIVIDE = scalar("DIVIDE");

    /** A float to the power of a float; null or not finite where there is no result: within {@link #FINITE}. */
    public static final SqlFunction POWER = scalar("POWER");

    /** A float; null if it is not finite. */
    public static final SqlFunction FINITE = scalar("FINITE");

    /** A date; null if it is outside the years 1 to 9999. */
    public static final SqlFunction IN_YEARS = scalar("IN_YEARS");

    /** The whole number next to a float towards zero; null outside 64 bits or if it is not finite. */
    public static final SqlFunction TRUNCATE = scalar("TRUNCATE");

    /** The whole number next to a float towards minus infinity; null outside 64 bits or if it is not finite. */
    public static final SqlFunction FLOOR = scalar("FLOOR");

    /** True as 1, false as 0. */
    public static final SqlFunction TO_WHOLE = scalar("TO_WHOLE");

    /** A whole number as a float. */
    public static final SqlFunction TO_FLOAT = scalar("TO_FLOAT");

    /** A sum of whole numbers as {@link #SUM_WHOLE} leaves it, in 64 bits; null if it does not fit. */
    public static final SqlFunction NARROW = scalar("NARROW");

    /** A sum or mean of floats as {@link #SUM_FLOAT}, {@link #MEAN_FLOAT} and {@link #MEAN_WHOLE} leave it, as a float; null if it is not finite. */
    public static final SqlFunction NARROW_FLOAT = scalar("NARROW_FLOAT");

    /** A text of somebody else's table, as one that compares code point by code point. */
    public static final SqlFunction BY_CODE_POINT = scalar("BY_CODE_POINT");

    /** Whether the bits of the second operand, of which one is set, are set in the first. */
    public static final SqlFunction HAS_BIT = scalar("HAS_BIT");

    /** Whether the first operand equals one of the others, which are literals. */
    public static final SqlFunction IN_LIST = scalar("IN_LIST");

    /**
     * A row of values; the operands are the name of a field, a literal, and its value, in turn. Rows compare from the left; true is greater than false, and two
     * nulls are equal.
     */
    public static final SqlFunction PACK = scalar("PACK");

    /** The field of a row whose name, a literal, is the second operand. */
    public static final SqlFunction FIELD = scalar("FIELD");

    /** The sum of whole numbers, in a type of the engine that is wide enough for any; null if there is none. Only {@link #NARROW} reads it. */
    public static final SqlAggFunction SUM_WHOLE = aggregate("SUM_WHOLE");

    /** The sum of floats, with little loss, in a type of the engine's choice; null if there is none. Only {@link #NARROW_FLOAT} reads it. */
    public static final SqlAggFunction SUM_FLOAT = aggregate("SUM_FLOAT");

    /** The mean of whole numbers, in a type of the engine's choice; null if there is none. Only {@link #NARROW_FLOAT} reads it. */
    public static final SqlAggFunction MEAN_WHOLE = aggregate("MEAN_WHOLE", ReturnTypes.explicit(SqlTypeName.DOUBLE).andThen(SqlTypeTransforms.FORCE_NULLABLE));

    /** The mean of floats, with little loss, in a type of the engine's choice; null if there is none. Only {@link #NARROW_FLOAT} reads it. */
    public static final SqlAggFunction MEAN_FLOAT = aggregate("MEAN_FLOAT");

    /** Whether any is true; null if there is none. */
    public static final SqlAggFunction ANY_TRUE = aggregate("ANY_TRUE");

    /** The least row, see {@link #PACK}. */
    public static final SqlAggFunction LEAST_ROW = aggregate("LEAST_ROW");

    /** The greatest row, see {@link #PACK}. */
    public static final SqlAggFunction GREATEST_ROW = aggregate("GREATEST_ROW");

    /** All of them, in alphabetical order. */
    public static List<SqlOperator> all() {
        return List.of(
                ADD_DAYS, ADD_MONTHS, ADD_YEARS, ANY_TRUE, BY_CODE_POINT, CONTAINS, DAY, DAYS_BETWEEN, DIVIDE, FIELD, FINITE, FIRST_OF_MONTH,
                FIRST_OF_YEAR, FLOAT_ADD, FLOAT_MULTIPLY, FLOAT_SUBTRACT, FLOOR, FLOOR_DIVIDE, GREATEST_OF, GREATEST_ROW, HAS_BIT, IN_LIST, IN_YEARS,
                LEAST_OF, LEAST_ROW, MEAN_FLOAT, MEAN_WHOLE, MONTH, MONTHS_BETWEEN, NARROW, NARROW_FLOAT, NEGATE, PACK, POWER, SUM_FLOAT, SUM_WHOLE,
                TO_FLOAT, TO_WHOLE, TRUNCATE, WHOLE_ABSOLUTE, WHOLE_ADD, WHOLE_FLOOR_DIVIDE, WHOLE_MULTIPLY, WHOLE_NEGATE, WHOLE_SUBTRACT, YEAR,
                YEARS_BETWEEN);
    }

    /** Those that a plan may use on an engine of these capabilities. */
    public static List<SqlOperator> needed(Capabilities capabilities) {
        Set<SqlOperator> ofRows = Set.of(FIELD, GREATEST_ROW, LEAST_ROW, PACK);
        return all().stream()
                .filter(operator -> capabilities.comparesRows() || !ofRows.contains(operator))
                .filter(operator -> capabilities.foreignTexts() || operator != BY_CODE_POINT)
                .toList();
    }

    private static SqlFunction scalar(String name) {
        return new SqlFunction(
                name, SqlKind.OTHER_FUNCTION, ReturnTypes.ARG0_NULLABLE, null, OperandTypes.VARIADIC, SqlFunctionCategory.USER_DEFINED_FUNCTION);
    }

    private static SqlAggFunction aggregate(String name) {
        return aggregate(name, ReturnTypes.ARG0_NULLABLE_IF_EMPTY);
    }

    private static SqlAggFunction aggregate(String name, SqlReturnTypeInference type) {
        return new SqlAggFunction(
                name, null, SqlKind.OTHER_FUNCTION, type, null, OperandTypes.ANY, SqlFunctionCategory.USER_DEFINED_FUNCTION,
                false, false, Optionality.FORBIDDEN) {};
    }
}
