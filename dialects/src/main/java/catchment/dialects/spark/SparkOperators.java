package catchment.dialects.spark;

import catchment.compiler.plan.Operators;
import catchment.dialects.spi.OperatorTable;
import catchment.dialects.spi.OperatorTable.Row;
import java.util.List;
import org.apache.calcite.sql.SqlOperator;

/** How Spark writes each operator of ours, with its manual's page beside it. What has no result is an error there, but for the functions that try. */
final class SparkOperators {
    private static final String AGGREGATES = "sql-ref-functions-builtin.html#aggregate-functions";
    private static final String ANSI = "sql-ref-ansi-compliance.html";
    private static final String BITS = "sql-ref-functions-builtin.html#bitwise-functions";
    private static final String CONDITIONALS = "sql-ref-functions-builtin.html#conditional-functions";
    private static final String CONVERSIONS = "sql-ref-functions-builtin.html#conversion-functions";
    private static final String DATES = "sql-ref-functions-builtin.html#date-and-timestamp-functions";
    private static final String MATHEMATICS = "sql-ref-functions-builtin.html#mathematical-functions";
    private static final String NUMBERS = "sql-ref-datatypes.html#floating-point-special-values";
    private static final String PREDICATES = "sql-ref-functions-builtin.html#predicate-functions";
    private static final String STRUCTS = "sql-ref-functions-builtin.html#struct-functions";
    private static final String TEXTS = "sql-ref-functions-builtin.html#string-functions";

    private static final String LEAST = "-9223372036854775808L";
    private static final String REAL_IN_64_BITS = "{0} >= -9223372036854775808D AND {0} < 9223372036854775808D";
    /** What is no number is greater than all numbers. */
    private static final String FINITE = "CASE WHEN abs({0}) < CAST('Infinity' AS DOUBLE) THEN {0} END";
    /** A number of months that no date is from another; what is more would leave all calendars. */
    private static final String MONTHS = "CAST(CASE WHEN {1} BETWEEN -120000 AND 120000 THEN {1} END AS INT)";
    private static final String YEARS = "CAST(CASE WHEN {1} BETWEEN -10000 AND 10000 THEN {1} * 12 END AS INT)";

    static final OperatorTable TABLE = new OperatorTable(List.of(
            row(Operators.ADD_DAYS, "date_add({0}, try_cast({1} AS INT))", DATES),
            // add_months goes to the month's last day; from its first day on, one day too many is the first of the next month
            row(Operators.ADD_MONTHS,
                    "least(date_add(add_months(trunc({0}, 'MM'), " + MONTHS + "), day({0}) - 1), add_months(trunc({0}, 'MM'), " + MONTHS + " + 1))",
                    DATES),
            // from the first day of the month on, so that 29 February becomes 1 March
            row(Operators.ADD_YEARS, "date_add(add_months(trunc({0}, 'MM'), " + YEARS + "), day({0}) - 1)", DATES),
            row(Operators.ANY_TRUE, "bool_or({0})", AGGREGATES),
            row(Operators.CONTAINS, "contains({0}, {1})", TEXTS),
            row(Operators.DAY, "CAST(day({0}) AS BIGINT)", DATES),
            row(Operators.DAYS_BETWEEN, "CAST(datediff({0}, {1}) AS BIGINT)", DATES),
            // by zero there is no result
            row(Operators.DIVIDE, "try_divide({0}, {1})", MATHEMATICS),
            row(Operators.FIELD, "{0}[{1}]", STRUCTS),
            row(Operators.FINITE, FINITE, NUMBERS),
            row(Operators.FIRST_OF_MONTH, "trunc({0}, 'MM')", DATES),
            row(Operators.FIRST_OF_YEAR, "trunc({0}, 'YEAR')", DATES),
            row(Operators.FLOAT_ADD, "({0} + {1})", MATHEMATICS),
            row(Operators.FLOAT_MULTIPLY, "({0} * {1})", MATHEMATICS),
            row(Operators.FLOAT_SUBTRACT, "({0} - {1})", MATHEMATICS),
            // what is too large would become the greatest whole number
            row(Operators.FLOOR, "CASE WHEN " + REAL_IN_64_BITS + " THEN floor({0}) END", MATHEMATICS),
            // a div b goes towards zero: one less where there is a rest and the signs differ
            row(Operators.FLOOR_DIVIDE,
                    "({0} div nullif({1}, 0) - CASE WHEN {0} % nullif({1}, 0) <> 0 AND ({0} < 0) <> ({1} < 0) THEN 1 ELSE 0 END)",
                    MATHEMATICS),
            // nulls are left out
            row(Operators.GREATEST_OF, "greatest({*})", CONDITIONALS),
            // a null is less than any value
            row(Operators.GREATEST_ROW, "max({0})", AGGREGATES),
            row(Operators.HAS_BIT, "(({0} & {1}) <> 0)", BITS),
            row(Operators.IN_LIST, "({0} IN ({1*}))", PREDICATES),
            row(Operators.IN_YEARS, "CASE WHEN {0} BETWEEN DATE '0001-01-01' AND DATE '9999-12-31' THEN {0} END", PREDICATES),
            row(Operators.LEAST_OF, "least({*})", CONDITIONALS),
            row(Operators.LEAST_ROW, "min({0})", AGGREGATES),
            row(Operators.MEAN_FLOAT, "avg({0})", AGGREGATES),
            row(Operators.MEAN_WHOLE, "avg({0})", AGGREGATES),
            row(Operators.MONTH, "CAST(month({0}) AS BIGINT)", DATES),
            row(Operators.MONTHS_BETWEEN,
                    "CAST((year({0}) - year({1})) * 12 + month({0}) - month({1}) - CASE WHEN day({0}) < day({1}) THEN 1 ELSE 0 END AS BIGINT)",
                    DATES),
            row(Operators.NARROW, "try_cast({0} AS BIGINT)", CONVERSIONS),
            row(Operators.NARROW_FLOAT, FINITE, NUMBERS),
            row(Operators.NEGATE, "-({0})", MATHEMATICS),
            row(Operators.PACK, "named_struct({*})", STRUCTS),
            row(Operators.POWER, "pow({0}, {1})", MATHEMATICS),
            row(Operators.SUM_FLOAT, "sum({0})", AGGREGATES),
            // of decimals: a sum that leaves 64 bits would be an error
            row(Operators.SUM_WHOLE, "sum(CAST({0} AS DECIMAL(38, 0)))", AGGREGATES),
            row(Operators.TO_FLOAT, "CAST({0} AS DOUBLE)", CONVERSIONS),
            row(Operators.TO_WHOLE, "CAST({0} AS BIGINT)", CONVERSIONS),
            row(Operators.TRUNCATE, "CASE WHEN " + REAL_IN_64_BITS + " THEN CAST({0} AS BIGINT) END", ANSI),
            // a small literal is an INT of 32 bits
            row(Operators.WHOLE_ABSOLUTE, "CASE WHEN {0} <> " + LEAST + " THEN abs(CAST({0} AS BIGINT)) END", ANSI),
            row(Operators.WHOLE_ADD, "try_add(CAST({0} AS BIGINT), {1})", MATHEMATICS),
            row(Operators.WHOLE_FLOOR_DIVIDE,
                    "CASE WHEN {1} <> 0 AND NOT ({0} = " + LEAST + " AND {1} = -1) "
                            + "THEN {0} div {1} - CASE WHEN {0} % {1} <> 0 AND ({0} < 0) <> ({1} < 0) THEN 1 ELSE 0 END END",
                    ANSI),
            row(Operators.WHOLE_MULTIPLY, "try_multiply(CAST({0} AS BIGINT), {1})", MATHEMATICS),
            row(Operators.WHOLE_NEGATE, "try_subtract(0L, {0})", MATHEMATICS),
            row(Operators.WHOLE_SUBTRACT, "try_subtract(CAST({0} AS BIGINT), {1})", MATHEMATICS),
            row(Operators.YEAR, "CAST(year({0}) AS BIGINT)", DATES),
            row(Operators.YEARS_BETWEEN,
                    "CAST(year({0}) - year({1}) - CASE WHEN month({0}) * 100 + day({0}) < month({1}) * 100 + day({1}) THEN 1 ELSE 0 END AS BIGINT)",
                    DATES)));

    private SparkOperators() {}

    private static Row row(SqlOperator operator, String text, String page) {
        return new Row(operator, text, "https://spark.apache.org/docs/latest/" + page);
    }
}
