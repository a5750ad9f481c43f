package catchment.dialects.mssql;

import catchment.compiler.model.Type;
import catchment.compiler.plan.Operators;
import catchment.dialects.spi.OperatorTable;
import catchment.dialects.spi.OperatorTable.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/**
 * How SQL Server 2016 and later write each operator of ours, with Microsoft's page beside it. What would raise an error, as every overflow and division by zero
 * does, is kept from it by a condition: CASE evaluates its conditions in order.
 */
final class SqlServerOperators {
    private static final String BY_CODE_POINT = "Latin1_General_100_BIN2";
    private static final String AGGREGATES = "functions/aggregate-functions-transact-sql";
    private static final String ARITHMETIC = "language-elements/arithmetic-operators-transact-sql";
    private static final String AVG = "functions/avg-transact-sql";
    private static final String BITS = "language-elements/bitwise-and-transact-sql";
    private static final String CASTS = "functions/cast-and-convert-transact-sql";
    private static final String CHARINDEX = "functions/charindex-transact-sql";
    private static final String COLLATE = "statements/collations";
    private static final String CONSTANTS = "data-types/constants-transact-sql";
    private static final String DATALENGTH = "functions/datalength-transact-sql";
    private static final String DATEADD = "functions/dateadd-transact-sql";
    private static final String DATEDIFF = "functions/datediff-transact-sql";
    private static final String DATEFROMPARTS = "functions/datefromparts-transact-sql";
    private static final String DAY = "functions/day-transact-sql";
    private static final String FLOATS = "data-types/float-and-real-transact-sql";
    private static final String FLOOR = "functions/floor-transact-sql";
    private static final String IN = "language-elements/in-transact-sql";
    private static final String INTEGERS = "data-types/int-bigint-smallint-and-tinyint-transact-sql";
    private static final String LEN = "functions/len-transact-sql";
    private static final String MAX = "functions/max-transact-sql";
    private static final String MODULO = "language-elements/modulo-transact-sql";
    private static final String MONTH = "functions/month-transact-sql";
    private static final String NCHAR = "functions/nchar-transact-sql";
    private static final String POWER = "functions/power-transact-sql";
    private static final String PRECISION = "data-types/precision-scale-and-length-transact-sql";
    private static final String SUM = "functions/sum-transact-sql";
    private static final String TRY_CAST = "functions/try-cast-transact-sql";
    private static final String VALUES = "queries/table-value-constructor-transact-sql";
    private static final String YEAR = "functions/year-transact-sql";

    /** A little below the greatest float, so that no rounding on the way gets past it. */
    private static final String LARGEST = "1.797693134862315E+308";

    /** Sums of floats are of this part of them, 1/2^40, which loses nothing: no sum of fewer than a trillion floats is too large then. */
    private static final String PART = "9.094947017729282E-13";

    private static final String WHOLE_PARTS = "1.099511627776E+12";

    static final OperatorTable TABLE = new OperatorTable(rows());

    /** What a condition or a choice repeats that is true or false, or a text: see {@link ExactTexts} and the lowering of conditions. */
    private static final Set<SqlOperator> TWICE = Set.of(
            SqlStdOperatorTable.EQUALS,
            SqlStdOperatorTable.NOT_EQUALS,
            SqlStdOperatorTable.IS_NULL,
            SqlStdOperatorTable.CASE,
            SqlStdOperatorTable.COALESCE,
            Operators.TO_WHOLE);

    private SqlServerOperators() {}

    /** How often an operand is written. */
    static int copies(SqlOperator operator, int index) {
        if (operator == Operators.IN_LIST) {
            // the text, its bytes and its length: the list is compared padded
            return index == 0 ? 3 : 1;
        }
        return TWICE.contains(operator) ? 2 : TABLE.copies(operator, index);
    }

    private static List<Row> rows() {
        List<Row> rows = new ArrayList<>(List.of(
                row(Operators.ADD_DAYS, "DATEADD(day, {1}, {0})", DATEADD),
                // DATEADD goes to the month's last day where the month has no such day; one day more is the first of the next
                row(Operators.ADD_MONTHS,
                        "DATEADD(day, CASE WHEN DAY(DATEADD(month, {1}, {0})) < DAY({0}) THEN 1 ELSE 0 END, DATEADD(month, {1}, {0}))",
                        DATEADD),
                row(Operators.ADD_YEARS,
                        "DATEADD(day, CASE WHEN DAY(DATEADD(year, {1}, {0})) < DAY({0}) THEN 1 ELSE 0 END, DATEADD(year, {1}, {0}))",
                        DATEADD),
                // a BIT has no greatest
                row(Operators.ANY_TRUE, "MAX(CAST({0} AS INT))", MAX),
                row(Operators.BY_CODE_POINT, "CAST({0} AS NVARCHAR(MAX)) COLLATE " + BY_CODE_POINT, COLLATE),
                // CHARINDEX finds the empty text nowhere: 0
                row(Operators.CONTAINS,
                        "(CHARINDEX({1}, {0} COLLATE " + BY_CODE_POINT + ") > CASE WHEN DATALENGTH({1}) = 0 THEN -1 ELSE 0 END)",
                        CHARINDEX),
                row(Operators.DAY, "CAST(DAY({0}) AS BIGINT)", DAY),
                row(Operators.DAYS_BETWEEN, "CAST(DATEDIFF(day, {1}, {0}) AS BIGINT)", DATEDIFF),
                row(Operators.DIVIDE,
                        "CASE WHEN ABS({0}) <= " + LARGEST + " * CASE WHEN ABS({1}) < 1 THEN ABS({1}) ELSE 1 END THEN {0} / NULLIF({1}, 0) END",
                        ARITHMETIC),
                // there are no others
                row(Operators.FINITE, "{0}", FLOATS),
                row(Operators.FIRST_OF_MONTH, "DATEFROMPARTS(YEAR({0}), MONTH({0}), 1)", DATEFROMPARTS),
                row(Operators.FIRST_OF_YEAR, "DATEFROMPARTS(YEAR({0}), 1, 1)", DATEFROMPARTS),
                row(Operators.FLOAT_ADD, "CASE WHEN ABS({0} / 2 + {1} / 2) <= " + LARGEST + " / 2 THEN {0} + {1} END", ARITHMETIC),
                row(Operators.FLOAT_MULTIPLY,
                        "CASE WHEN ABS({0}) <= " + LARGEST + " / CASE WHEN ABS({1}) > 1 THEN ABS({1}) ELSE 1 END THEN {0} * {1} END",
                        ARITHMETIC),
                row(Operators.FLOAT_SUBTRACT, "CASE WHEN ABS({0} / 2 - {1} / 2) <= " + LARGEST + " / 2 THEN {0} - {1} END", ARITHMETIC),
                row(Operators.FLOOR, "TRY_CAST(FLOOR({0}) AS BIGINT)", FLOOR),
                // a / b of whole numbers goes towards zero: one less where there is a rest and the signs differ
                row(Operators.FLOOR_DIVIDE,
                        "({0} / {1} - CASE WHEN {0} % {1} < 0 AND {1} > 0 OR {0} % {1} > 0 AND {1} < 0 THEN 1 ELSE 0 END)",
                        MODULO),
                row(Operators.GREATEST_OF, "(SELECT MAX([value]) FROM (VALUES {(*)}) AS [of_these]([value]))", VALUES),
                row(Operators.HAS_BIT, "(({0} & {1}) <> 0)", BITS),
                row(Operators.IN_LIST, "({0} IN ({1*}))", IN),
                // a DATE has no other years
                row(Operators.IN_YEARS, "{0}", "data-types/date-transact-sql"),
                row(Operators.LEAST_OF, "(SELECT MIN([value]) FROM (VALUES {(*)}) AS [of_these]([value]))", VALUES),
                row(Operators.MEAN_FLOAT, "AVG({0} * " + PART + ")", AVG),
                row(Operators.MEAN_WHOLE,
                        "(CAST(SUM(CAST({0} AS DECIMAL(38, 0))) AS FLOAT) / NULLIF(COUNT_BIG({0}), 0) * " + PART + ")",
                        AGGREGATES),
                row(Operators.MONTH, "CAST(MONTH({0}) AS BIGINT)", MONTH),
                // DATEDIFF counts the firsts of months that are passed
                row(Operators.MONTHS_BETWEEN,
                        "CAST(DATEDIFF(month, {1}, {0}) - CASE WHEN DAY({0}) < DAY({1}) THEN 1 ELSE 0 END AS BIGINT)",
                        DATEDIFF),
                row(Operators.NARROW, "TRY_CAST({0} AS BIGINT)", TRY_CAST),
                row(Operators.NARROW_FLOAT, "CASE WHEN ABS({0}) <= " + LARGEST + " * " + PART + " THEN {0} * " + WHOLE_PARTS + " END", FLOATS),
                row(Operators.NEGATE, "-({0})", "language-elements/unary-operators-negative"),
                // an error for zero to a negative power, for a root of a negative number, and for a power that is too large: 709.7827 is just below the
                // logarithm of the greatest float, and where the exponent is cut off the power is too large, or zero, or of 1 or -1
                row(Operators.POWER,
                        "CASE WHEN {0} = 0 AND {1} < 0 THEN NULL WHEN {0} < 0 AND {1} <> FLOOR({1}) THEN NULL "
                                + "WHEN LOG(CASE WHEN {0} = 0 THEN 1 ELSE ABS({0}) END) * CASE WHEN ABS({1}) > 1E19 THEN SIGN({1}) * 1E19 ELSE {1} END > 709.7827E0 "
                                + "THEN NULL ELSE POWER({0}, {1}) END",
                        POWER),
                row(Operators.SUM_FLOAT, "SUM({0} * " + PART + ")", SUM),
                // a sum of BIGINT is one and may overflow
                row(Operators.SUM_WHOLE, "SUM(CAST({0} AS DECIMAL(38, 0)))", SUM),
                row(Operators.TO_FLOAT, "CAST({0} AS FLOAT)", CASTS),
                row(Operators.TO_WHOLE, "CAST({0} AS BIGINT)", CASTS),
                // with a third argument other than zero ROUND cuts off
                row(Operators.TRUNCATE, "TRY_CAST(ROUND({0}, 0, 1) AS BIGINT)", "functions/round-transact-sql"),
                // no sum and no product of two BIGINT has more than 38 digits
                row(Operators.WHOLE_ABSOLUTE, "TRY_CAST(ABS(CAST({0} AS DECIMAL(38, 0))) AS BIGINT)", PRECISION),
                row(Operators.WHOLE_ADD, "TRY_CAST(CAST({0} AS DECIMAL(38, 0)) + {1} AS BIGINT)", PRECISION),
                // decimals would be rounded; of whole numbers only the least by -1 overflows
                row(Operators.WHOLE_FLOOR_DIVIDE,
                        "CASE WHEN {1} = -1 THEN TRY_CAST(-CAST({0} AS DECIMAL(38, 0)) AS BIGINT) "
                                + "ELSE {0} / NULLIF({1}, 0) - CASE WHEN {0} % NULLIF({1}, 0) < 0 AND {1} > 0 OR {0} % NULLIF({1}, 0) > 0 AND {1} < 0 "
                                + "THEN 1 ELSE 0 END END",
                        INTEGERS),
                row(Operators.WHOLE_MULTIPLY, "TRY_CAST(CAST({0} AS DECIMAL(38, 0)) * {1} AS BIGINT)", PRECISION),
                row(Operators.WHOLE_NEGATE, "TRY_CAST(-CAST({0} AS DECIMAL(38, 0)) AS BIGINT)", PRECISION),
                row(Operators.WHOLE_SUBTRACT, "TRY_CAST(CAST({0} AS DECIMAL(38, 0)) - {1} AS BIGINT)", PRECISION),
                row(Operators.YEAR, "CAST(YEAR({0}) AS BIGINT)", YEAR),
                row(Operators.YEARS_BETWEEN,
                        "CAST(DATEDIFF(year, {1}, {0}) - CASE WHEN MONTH({0}) * 100 + DAY({0}) < MONTH({1}) * 100 + DAY({1}) THEN 1 ELSE 0 END AS BIGINT)",
                        DATEDIFF),
                row(TSql.BYTES, "DATALENGTH({0})", DATALENGTH),
                row(TSql.CODE_LITERAL, "{0}", CONSTANTS),
                row(TSql.CONTAINS_LITERAL, "(CHARINDEX({1}, {0} COLLATE " + BY_CODE_POINT + ") > 0)", CHARINDEX),
                // LEN does not count spaces at the end, DATALENGTH counts two bytes for each unit
                row(TSql.ENDS_BARE, "(DATALENGTH({0}) = 2 * LEN({0}))", LEN),
                row(TSql.GREATEST_TEXT,
                        "(SELECT LEFT(MAX([value]), LEN(MAX([value])) - 1) FROM (VALUES {(*)}) AS [of_these]([value]))",
                        VALUES),
                row(TSql.IN_32_BITS, "TRY_CAST({0} AS INT)", TRY_CAST),
                row(TSql.LEAST_TEXT, "(SELECT LEFT(MIN([value]), LEN(MIN([value])) - 1) FROM (VALUES {(*)}) AS [of_these]([value]))", VALUES),
                row(TSql.MARKED, "({0} + NCHAR(1))", NCHAR),
                row(TSql.UNMARKED, "LEFT({0}, LEN({0}) - 1)", LEN)));
        for (Type type : TSql.LIKE_CODES.keySet()) {
            rows.add(row(TSql.LIKE_CODES.get(type), "CAST({0} AS " + SqlServerTypes.bare(type) + ") COLLATE " + SqlServerTypes.collation(type), COLLATE));
        }
        return rows;
    }

    private static Row row(SqlOperator operator, String text, String page) {
        return new Row(operator, text, "https://learn.microsoft.com/en-us/sql/t-sql/" + page);
    }
}
