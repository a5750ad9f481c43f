package catchment.dialects.duckdb;

import catchment.compiler.plan.Operators;
import catchment.dialects.spi.OperatorTable;
import catchment.dialects.spi.OperatorTable.Row;
import java.util.List;
import org.apache.calcite.sql.SqlOperator;

/** How DuckDB writes each operator of ours, with its manual's page beside it. */
final class DuckDbOperators {
    private static final String AGGREGATES = "sql/functions/aggregates";
    private static final String CASTS = "sql/expressions/cast";
    private static final String DATES = "sql/functions/date";
    private static final String DATE_PARTS = "sql/functions/datepart";
    private static final String IN = "sql/expressions/in";
    private static final String NUMBERS = "sql/functions/numeric";
    private static final String STRUCTS = "sql/functions/struct";
    private static final String TEXTS = "sql/functions/text";
    private static final String UTILITY = "sql/functions/utility";

    static final OperatorTable TABLE = new OperatorTable(List.of(
            // date + integer; the planner has seen to the range, TRY_CAST to rows that the guard leaves out
            row(Operators.ADD_DAYS, "({0} + TRY_CAST({1} AS INTEGER))", DATES),
            // to_months alone goes to the month's last day; from its first day on, one day too many is the first of the next month
            row(Operators.ADD_MONTHS,
                    "least(CAST(date_trunc('month', {0}) + to_months(TRY_CAST({1} AS INTEGER)) AS DATE) + CAST(day({0}) - 1 AS INTEGER), "
                            + "CAST(date_trunc('month', {0}) + to_months(TRY_CAST({1} + 1 AS INTEGER)) AS DATE))",
                    DATES),
            // from the first day of the month on, so that 29 February becomes 1 March
            row(Operators.ADD_YEARS,
                    "(CAST(date_trunc('month', {0}) + to_years(TRY_CAST({1} AS INTEGER)) AS DATE) + CAST(day({0}) - 1 AS INTEGER))",
                    DATES),
            row(Operators.ANY_TRUE, "bool_or({0})", AGGREGATES),
            row(Operators.CONTAINS, "contains({0}, {1})", TEXTS),
            row(Operators.DAY, "day({0})", DATE_PARTS),
            row(Operators.DAYS_BETWEEN, "({0} - {1})", DATES),
            row(Operators.DIVIDE, "({0} / {1})", NUMBERS),
            row(Operators.FIELD, "struct_extract({0}, {1})", STRUCTS),
            row(Operators.FINITE, "CASE WHEN isfinite({0}) THEN {0} END", NUMBERS),
            row(Operators.FIRST_OF_MONTH, "CAST(date_trunc('month', {0}) AS DATE)", DATES),
            row(Operators.FIRST_OF_YEAR, "CAST(date_trunc('year', {0}) AS DATE)", DATES),
            row(Operators.FLOAT_ADD, "({0} + {1})", NUMBERS),
            row(Operators.FLOAT_MULTIPLY, "({0} * {1})", NUMBERS),
            row(Operators.FLOAT_SUBTRACT, "({0} - {1})", NUMBERS),
            // not finite or too large: the cast finds no result
            row(Operators.FLOOR, "TRY_CAST(floor({0}) AS BIGINT)", CASTS),
            // a // b goes towards zero: one less where there is a rest and the signs differ
            row(Operators.FLOOR_DIVIDE, "({0} // {1} - CASE WHEN {0} % {1} <> 0 AND ({0} < 0) <> ({1} < 0) THEN 1 ELSE 0 END)", NUMBERS),
            row(Operators.GREATEST_OF, "greatest({*})", UTILITY),
            row(Operators.GREATEST_ROW, "max({0})", AGGREGATES),
            row(Operators.HAS_BIT, "(({0} & {1}) <> 0)", NUMBERS),
            row(Operators.IN_LIST, "({0} IN ({1*}))", IN),
            row(Operators.IN_YEARS, "CASE WHEN {0} BETWEEN DATE '0001-01-01' AND DATE '9999-12-31' THEN {0} END", DATES),
            row(Operators.LEAST_OF, "least({*})", UTILITY),
            row(Operators.LEAST_ROW, "min({0})", AGGREGATES),
            row(Operators.MEAN_FLOAT, "favg({0})", AGGREGATES),
            row(Operators.MEAN_WHOLE, "avg({0})", AGGREGATES),
            row(Operators.MONTH, "month({0})", DATE_PARTS),
            row(Operators.MONTHS_BETWEEN,
                    "((year({0}) - year({1})) * 12 + month({0}) - month({1}) - CASE WHEN day({0}) < day({1}) THEN 1 ELSE 0 END)",
                    DATE_PARTS),
            // a sum of BIGINT is a HUGEINT
            row(Operators.NARROW, "TRY_CAST({0} AS BIGINT)", CASTS),
            row(Operators.NARROW_FLOAT, "CASE WHEN isfinite({0}) THEN {0} END", NUMBERS),
            row(Operators.NEGATE, "-({0})", NUMBERS),
            row(Operators.PACK, "struct_pack({name := value})", STRUCTS),
            row(Operators.POWER, "pow({0}, {1})", NUMBERS),
            row(Operators.SUM_FLOAT, "fsum({0})", AGGREGATES),
            row(Operators.SUM_WHOLE, "sum({0})", AGGREGATES),
            row(Operators.TO_FLOAT, "CAST({0} AS DOUBLE)", CASTS),
            row(Operators.TO_WHOLE, "CAST({0} AS BIGINT)", CASTS),
            row(Operators.TRUNCATE, "TRY_CAST(trunc({0}) AS BIGINT)", CASTS),
            // TRY would not do: common parts are computed outside of it. No two BIGINT leave HUGEINT, and the cast finds no result for what is too large
            row(Operators.WHOLE_ABSOLUTE, "TRY_CAST(abs(CAST({0} AS HUGEINT)) AS BIGINT)", CASTS),
            row(Operators.WHOLE_ADD, "TRY_CAST(CAST({0} AS HUGEINT) + {1} AS BIGINT)", CASTS),
            row(Operators.WHOLE_FLOOR_DIVIDE,
                    "TRY_CAST(CAST({0} AS HUGEINT) // NULLIF({1}, 0) "
                            + "- CASE WHEN CAST({0} AS HUGEINT) % NULLIF({1}, 0) <> 0 AND ({0} < 0) <> ({1} < 0) THEN 1 ELSE 0 END AS BIGINT)",
                    CASTS),
            row(Operators.WHOLE_MULTIPLY, "TRY_CAST(CAST({0} AS HUGEINT) * {1} AS BIGINT)", CASTS),
            row(Operators.WHOLE_NEGATE, "TRY_CAST(-(CAST({0} AS HUGEINT)) AS BIGINT)", CASTS),
            row(Operators.WHOLE_SUBTRACT, "TRY_CAST(CAST({0} AS HUGEINT) - {1} AS BIGINT)", CASTS),
            row(Operators.YEAR, "year({0})", DATE_PARTS),
            row(Operators.YEARS_BETWEEN,
                    "(year({0}) - year({1}) - CASE WHEN month({0}) * 100 + day({0}) < month({1}) * 100 + day({1}) THEN 1 ELSE 0 END)",
                    DATE_PARTS)));

    private DuckDbOperators() {}

    private static Row row(SqlOperator operator, String text, String page) {
        return new Row(operator, text, "https://duckdb.org/docs/stable/" + page);
    }
}
