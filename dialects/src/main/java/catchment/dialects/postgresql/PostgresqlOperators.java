package catchment.dialects.postgresql;

import catchment.compiler.plan.Operators;
import catchment.dialects.spi.OperatorTable;
import catchment.dialects.spi.OperatorTable.Row;
import java.util.List;
import org.apache.calcite.sql.SqlOperator;

/** How PostgreSQL writes each operator of ours, with its manual's page beside it. What is out of range is an error there, so it is never tried. */
final class PostgresqlOperators {
    private static final String AGGREGATES = "functions-aggregate.html";
    private static final String BOOLEANS = "datatype-boolean.html";
    private static final String COLLATION = "collation.html";
    private static final String COMPARISONS = "functions-comparison.html";
    private static final String CONDITIONALS = "functions-conditional.html";
    private static final String DATES = "functions-datetime.html";
    private static final String MATHEMATICS = "functions-math.html";
    private static final String NUMBERS = "datatype-numeric.html";
    private static final String TEXTS = "functions-string.html";

    private static final String IN_64_BITS = "BETWEEN -9223372036854775808 AND 9223372036854775807";
    private static final String REAL_IN_64_BITS = "{0} >= -9223372036854775808 AND {0} < 9223372036854775808";
    private static final String MONTH_START = "date_trunc('month', CAST({0} AS TIMESTAMP))";
    private static final String DAY_OF_MONTH = "CAST(extract(DAY FROM {0}) AS INTEGER)";
    private static final String EXACT = "CAST(CAST({0} AS TEXT) AS NUMERIC)";

    static final OperatorTable TABLE = new OperatorTable(List.of(
            row(Operators.ADD_DAYS, "({0} + CAST({1} AS INTEGER))", DATES),
            // an interval of months goes to the month's last day; from its first day on, one day too many is the first of the next month
            row(Operators.ADD_MONTHS,
                    "least(CAST(" + MONTH_START + " + make_interval(months => CAST({1} AS INTEGER)) AS DATE) + " + DAY_OF_MONTH + " - 1, "
                            + "CAST(" + MONTH_START + " + make_interval(months => CAST({1} AS INTEGER) + 1) AS DATE))",
                    DATES),
            // from the first day of the month on, so that 29 February becomes 1 March
            row(Operators.ADD_YEARS,
                    "(CAST(" + MONTH_START + " + make_interval(years => CAST({1} AS INTEGER)) AS DATE) + " + DAY_OF_MONTH + " - 1)",
                    DATES),
            row(Operators.ANY_TRUE, "bool_or({0})", AGGREGATES),
            row(Operators.BY_CODE_POINT, "({0} COLLATE \"C\")", COLLATION),
            row(Operators.CONTAINS, "(strpos({0}, {1}) > 0)", TEXTS),
            row(Operators.DAY, "CAST(extract(DAY FROM {0}) AS BIGINT)", DATES),
            row(Operators.DAYS_BETWEEN, "CAST({0} - {1} AS BIGINT)", DATES),
            row(Operators.DIVIDE, "pg_temp.float_divide({0}, {1})", MATHEMATICS),
            // the greatest of all is what is no number
            row(Operators.FINITE,
                    "CASE WHEN {0} > CAST('-Infinity' AS DOUBLE PRECISION) AND {0} < CAST('Infinity' AS DOUBLE PRECISION) THEN {0} END",
                    NUMBERS),
            row(Operators.FIRST_OF_MONTH, "CAST(date_trunc('month', CAST({0} AS TIMESTAMP)) AS DATE)", DATES),
            row(Operators.FIRST_OF_YEAR, "CAST(date_trunc('year', CAST({0} AS TIMESTAMP)) AS DATE)", DATES),
            row(Operators.FLOAT_ADD, "pg_temp.float_add({0}, {1})", MATHEMATICS),
            row(Operators.FLOAT_MULTIPLY, "pg_temp.float_multiply({0}, {1})", MATHEMATICS),
            row(Operators.FLOAT_SUBTRACT, "pg_temp.float_add({0}, -({1}))", MATHEMATICS),
            row(Operators.FLOOR, "CASE WHEN " + REAL_IN_64_BITS + " THEN CAST(floor({0}) AS BIGINT) END", MATHEMATICS),
            // a / b goes towards zero: one less where there is a rest and the signs differ
            row(Operators.FLOOR_DIVIDE, "({0} / {1} - CASE WHEN {0} % {1} <> 0 AND ({0} < 0) <> ({1} < 0) THEN 1 ELSE 0 END)", MATHEMATICS),
            row(Operators.GREATEST_OF, "greatest({*})", CONDITIONALS),
            row(Operators.HAS_BIT, "(({0} & {1}) <> 0)", MATHEMATICS),
            row(Operators.IN_LIST, "({0} IN ({1*}))", "functions-comparisons.html"),
            row(Operators.IN_YEARS, "CASE WHEN {0} BETWEEN DATE '0001-01-01' AND DATE '9999-12-31' THEN {0} END", COMPARISONS),
            row(Operators.LEAST_OF, "least({*})", CONDITIONALS),
            row(Operators.MEAN_FLOAT, "avg(" + EXACT + ")", AGGREGATES),
            row(Operators.MEAN_WHOLE, "avg({0})", AGGREGATES),
            row(Operators.MONTH, "CAST(extract(MONTH FROM {0}) AS BIGINT)", DATES),
            row(Operators.MONTHS_BETWEEN,
                    "CAST((extract(YEAR FROM {0}) - extract(YEAR FROM {1})) * 12 + extract(MONTH FROM {0}) - extract(MONTH FROM {1}) "
                            + "- CASE WHEN extract(DAY FROM {0}) < extract(DAY FROM {1}) THEN 1 ELSE 0 END AS BIGINT)",
                    DATES),
            // a sum of BIGINT is NUMERIC
            row(Operators.NARROW, "CASE WHEN {0} " + IN_64_BITS + " THEN CAST({0} AS BIGINT) END", AGGREGATES),
            // NUMERIC; what is closer to zero than any float would be an error
            row(Operators.NARROW_FLOAT,
                    "CASE WHEN abs({0}) < 4.9E-324 THEN 0.0E0 WHEN abs({0}) <= 1.7976931348623157E308 THEN CAST({0} AS DOUBLE PRECISION) END",
                    NUMBERS),
            row(Operators.NEGATE, "-({0})", MATHEMATICS),
            row(Operators.POWER, "pg_temp.float_power({0}, {1})", MATHEMATICS),
            // a float's text is exact, its cast to NUMERIC is not
            row(Operators.SUM_FLOAT, "sum(" + EXACT + ")", AGGREGATES),
            row(Operators.SUM_WHOLE, "sum({0})", AGGREGATES),
            row(Operators.TO_FLOAT, "CAST({0} AS DOUBLE PRECISION)", NUMBERS),
            row(Operators.TO_WHOLE, "CAST(CAST({0} AS INTEGER) AS BIGINT)", BOOLEANS),
            row(Operators.TRUNCATE, "CASE WHEN " + REAL_IN_64_BITS + " THEN CAST(trunc({0}) AS BIGINT) END", MATHEMATICS),
            row(Operators.WHOLE_ABSOLUTE, "CASE WHEN {0} <> -9223372036854775808 THEN abs({0}) END", MATHEMATICS),
            row(Operators.WHOLE_ADD, "CASE WHEN CAST({0} AS NUMERIC) + {1} " + IN_64_BITS + " THEN {0} + {1} END", NUMBERS),
            row(Operators.WHOLE_FLOOR_DIVIDE,
                    "CASE WHEN {1} <> 0 AND NOT ({0} = -9223372036854775808 AND {1} = -1) "
                            + "THEN {0} / {1} - CASE WHEN {0} % {1} <> 0 AND ({0} < 0) <> ({1} < 0) THEN 1 ELSE 0 END END",
                    MATHEMATICS),
            row(Operators.WHOLE_MULTIPLY, "CASE WHEN CAST({0} AS NUMERIC) * {1} " + IN_64_BITS + " THEN {0} * {1} END", NUMBERS),
            row(Operators.WHOLE_NEGATE, "CASE WHEN {0} <> -9223372036854775808 THEN -({0}) END", MATHEMATICS),
            row(Operators.WHOLE_SUBTRACT, "CASE WHEN CAST({0} AS NUMERIC) - {1} " + IN_64_BITS + " THEN {0} - {1} END", NUMBERS),
            row(Operators.YEAR, "CAST(extract(YEAR FROM {0}) AS BIGINT)", DATES),
            row(Operators.YEARS_BETWEEN,
                    "CAST(extract(YEAR FROM {0}) - extract(YEAR FROM {1}) - CASE WHEN extract(MONTH FROM {0}) * 100 + extract(DAY FROM {0}) "
                            + "< extract(MONTH FROM {1}) * 100 + extract(DAY FROM {1}) THEN 1 ELSE 0 END AS BIGINT)",
                    DATES)));

    private PostgresqlOperators() {}

    private static Row row(SqlOperator operator, String text, String page) {
        return new Row(operator, text, "https://www.postgresql.org/docs/current/" + page);
    }
}
