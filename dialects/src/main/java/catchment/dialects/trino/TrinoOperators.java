package catchment.dialects.trino;

import catchment.compiler.plan.Operators;
import catchment.dialects.spi.OperatorTable;
import catchment.dialects.spi.OperatorTable.Row;
import java.util.List;
import org.apache.calcite.sql.SqlOperator;

/** How Trino writes each operator of ours, with its manual's page beside it. What has no result is an error there; TRY makes it null. */
final class TrinoOperators {
    private static final String AGGREGATES = "functions/aggregate.html";
    private static final String ARRAYS = "functions/array.html";
    private static final String BITS = "functions/bitwise.html";
    private static final String COMPARISONS = "functions/comparison.html";
    private static final String CONDITIONALS = "functions/conditional.html";
    private static final String CONVERSIONS = "functions/conversion.html";
    private static final String DATES = "functions/datetime.html";
    private static final String MATHEMATICS = "functions/math.html";
    private static final String TEXTS = "functions/string.html";

    /** The least whole number: its digits without their sign would not fit. */
    static final String LEAST = "BIGINT '-9223372036854775808'";

    private static final String REAL_IN_64_BITS = "{0} >= -9223372036854775808E0 AND {0} < 9223372036854775808E0";

    static final OperatorTable TABLE = new OperatorTable(List.of(
            row(Operators.ADD_DAYS, "TRY(date_add('day', {1}, {0}))", DATES),
            // date_add goes to the month's last day; from its first day on, one day too many is the first of the next month
            row(Operators.ADD_MONTHS,
                    "TRY(least(date_add('day', day({0}) - 1, date_add('month', {1}, date_trunc('month', {0}))), "
                            + "date_add('month', 1, date_add('month', {1}, date_trunc('month', {0})))))",
                    DATES),
            // from the first day of the month on, so that 29 February becomes 1 March
            row(Operators.ADD_YEARS, "TRY(date_add('day', day({0}) - 1, date_add('year', {1}, date_trunc('month', {0}))))", DATES),
            row(Operators.ANY_TRUE, "bool_or({0})", AGGREGATES),
            row(Operators.CONTAINS, "(strpos({0}, {1}) > 0)", TEXTS),
            row(Operators.DAY, "day({0})", DATES),
            row(Operators.DAYS_BETWEEN, "date_diff('day', {1}, {0})", DATES),
            // of doubles: by zero it is infinite, or no number
            row(Operators.DIVIDE, "({0} / {1})", MATHEMATICS),
            row(Operators.FINITE, "CASE WHEN is_finite({0}) THEN {0} END", MATHEMATICS),
            row(Operators.FIRST_OF_MONTH, "date_trunc('month', {0})", DATES),
            row(Operators.FIRST_OF_YEAR, "date_trunc('year', {0})", DATES),
            row(Operators.FLOAT_ADD, "({0} + {1})", MATHEMATICS),
            row(Operators.FLOAT_MULTIPLY, "({0} * {1})", MATHEMATICS),
            row(Operators.FLOAT_SUBTRACT, "({0} - {1})", MATHEMATICS),
            row(Operators.FLOOR, "CASE WHEN " + REAL_IN_64_BITS + " THEN CAST(floor({0}) AS BIGINT) END", MATHEMATICS),
            // a / b goes towards zero: one less where there is a rest and the signs differ
            row(Operators.FLOOR_DIVIDE, "TRY({0} / {1} - CASE WHEN {0} % {1} <> 0 AND ({0} < 0) <> ({1} < 0) THEN 1 ELSE 0 END)", CONDITIONALS),
            // greatest() is null if any operand is; the greatest of an empty array is null
            row(Operators.GREATEST_OF, "array_max(filter(ARRAY[{*}], v -> v IS NOT NULL))", ARRAYS),
            row(Operators.HAS_BIT, "(bitwise_and({0}, {1}) <> 0)", BITS),
            row(Operators.IN_LIST, "({0} IN ({1*}))", COMPARISONS),
            row(Operators.IN_YEARS, "CASE WHEN {0} BETWEEN DATE '0001-01-01' AND DATE '9999-12-31' THEN {0} END", COMPARISONS),
            row(Operators.LEAST_OF, "array_min(filter(ARRAY[{*}], v -> v IS NOT NULL))", ARRAYS),
            row(Operators.MEAN_FLOAT, "avg({0})", AGGREGATES),
            row(Operators.MEAN_WHOLE, "avg({0})", AGGREGATES),
            row(Operators.MONTH, "month({0})", DATES),
            row(Operators.MONTHS_BETWEEN,
                    "((year({0}) - year({1})) * 12 + month({0}) - month({1}) - CASE WHEN day({0}) < day({1}) THEN 1 ELSE 0 END)",
                    DATES),
            row(Operators.NARROW, "TRY_CAST({0} AS BIGINT)", CONVERSIONS),
            row(Operators.NARROW_FLOAT, "CASE WHEN is_finite({0}) THEN {0} END", MATHEMATICS),
            row(Operators.NEGATE, "-({0})", MATHEMATICS),
            row(Operators.POWER, "power({0}, {1})", MATHEMATICS),
            row(Operators.SUM_FLOAT, "sum({0})", AGGREGATES),
            // of decimals: a sum that leaves 64 bits would be an error
            row(Operators.SUM_WHOLE, "sum(CAST({0} AS DECIMAL(38, 0)))", AGGREGATES),
            row(Operators.TO_FLOAT, "CAST({0} AS DOUBLE)", CONVERSIONS),
            row(Operators.TO_WHOLE, "CAST({0} AS BIGINT)", CONVERSIONS),
            row(Operators.TRUNCATE, "CASE WHEN " + REAL_IN_64_BITS + " THEN CAST(truncate({0}) AS BIGINT) END", MATHEMATICS),
            // a small literal is an INTEGER of 32 bits
            row(Operators.WHOLE_ABSOLUTE, "TRY(abs(CAST({0} AS BIGINT)))", CONDITIONALS),
            row(Operators.WHOLE_ADD, "TRY(CAST({0} AS BIGINT) + {1})", CONDITIONALS),
            row(Operators.WHOLE_FLOOR_DIVIDE,
                    "TRY(CAST({0} AS BIGINT) / {1} - CASE WHEN {0} % {1} <> 0 AND ({0} < 0) <> ({1} < 0) THEN 1 ELSE 0 END)",
                    CONDITIONALS),
            row(Operators.WHOLE_MULTIPLY, "TRY(CAST({0} AS BIGINT) * {1})", CONDITIONALS),
            row(Operators.WHOLE_NEGATE, "TRY(-(CAST({0} AS BIGINT)))", CONDITIONALS),
            row(Operators.WHOLE_SUBTRACT, "TRY(CAST({0} AS BIGINT) - {1})", CONDITIONALS),
            row(Operators.YEAR, "year({0})", DATES),
            row(Operators.YEARS_BETWEEN,
                    "(year({0}) - year({1}) - CASE WHEN month({0}) * 100 + day({0}) < month({1}) * 100 + day({1}) THEN 1 ELSE 0 END)",
                    DATES)));

    private TrinoOperators() {}

    private static Row row(SqlOperator operator, String text, String page) {
        return new Row(operator, text, "https://trino.io/docs/current/" + page);
    }
}
