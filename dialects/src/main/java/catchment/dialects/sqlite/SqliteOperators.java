package catchment.dialects.sqlite;

import catchment.compiler.plan.Operators;
import catchment.dialects.spi.OperatorTable;
import catchment.dialects.spi.OperatorTable.Row;
import java.util.List;
import org.apache.calcite.sql.SqlOperator;

/** How SQLite writes each operator of ours, with its manual's page beside it. Dates are texts in ISO form, which compare as dates do. */
final class SqliteOperators {
    private static final String AGGREGATES = "lang_aggfunc.html";
    private static final String DATES = "lang_datefunc.html";
    private static final String EXPRESSIONS = "lang_expr.html";
    private static final String FUNCTIONS = "lang_corefunc.html";
    private static final String MATHEMATICS = "lang_mathfunc.html";
    private static final String TYPES = "datatype3.html";

    private static final String LEAST = "(-9223372036854775807 - 1)";
    private static final String IN_64_BITS = "{0} >= -9223372036854775808.0 AND {0} < 9223372036854775808.0";
    /** Of a sum of the high 32 bits and a sum of the low ones: what is above the low 32 bits of the whole. */
    private static final String HIGH = "(sum({0} >> 32) + (sum({0} & 4294967295) >> 32))";

    static final OperatorTable TABLE = new OperatorTable(List.of(
            row(Operators.ADD_DAYS, "date({0}, {1} || ' days')", DATES),
            // from the first of the month on; one day too many is the first of the next month, which is not there after December 9999
            row(Operators.ADD_MONTHS,
                    "coalesce(min(date({0}, 'start of month', {1} || ' months', (substr({0}, 9, 2) - 1) || ' days'), "
                            + "date({0}, 'start of month', ({1} + 1) || ' months')), "
                            + "date({0}, 'start of month', {1} || ' months', (substr({0}, 9, 2) - 1) || ' days'))",
                    DATES),
            // from the first day of the month on, so that 29 February becomes 1 March
            row(Operators.ADD_YEARS, "date({0}, 'start of month', {1} || ' years', (substr({0}, 9, 2) - 1) || ' days')", DATES),
            row(Operators.ANY_TRUE, "max({0})", AGGREGATES),
            row(Operators.BY_CODE_POINT, "({0} COLLATE BINARY)", TYPES),
            row(Operators.CONTAINS, "(instr({0}, {1}) > 0)", FUNCTIONS),
            row(Operators.DAY, "CAST(substr({0}, 9, 2) AS INTEGER)", FUNCTIONS),
            row(Operators.DAYS_BETWEEN, "CAST(julianday({0}) - julianday({1}) AS INTEGER)", DATES),
            // by zero there is no result
            row(Operators.DIVIDE, "({0} / {1})", EXPRESSIONS),
            // 9e999 is infinite; what is no number is null already
            row(Operators.FINITE, "CASE WHEN abs({0}) < 9e999 THEN {0} END", FUNCTIONS),
            row(Operators.FIRST_OF_MONTH, "(substr({0}, 1, 8) || '01')", FUNCTIONS),
            row(Operators.FIRST_OF_YEAR, "(substr({0}, 1, 5) || '01-01')", FUNCTIONS),
            row(Operators.FLOAT_ADD, "({0} + {1})", EXPRESSIONS),
            row(Operators.FLOAT_MULTIPLY, "({0} * {1})", EXPRESSIONS),
            row(Operators.FLOAT_SUBTRACT, "({0} - {1})", EXPRESSIONS),
            row(Operators.FLOOR, "CASE WHEN " + IN_64_BITS + " THEN CAST(floor({0}) AS INTEGER) END", MATHEMATICS),
            // a / b goes towards zero: one less where there is a rest and the signs differ
            row(Operators.FLOOR_DIVIDE, "({0} / {1} - CASE WHEN {0} % {1} <> 0 AND ({0} < 0) <> ({1} < 0) THEN 1 ELSE 0 END)", EXPRESSIONS),
            // with several operands max is null if any is: a subquery leaves nulls out
            row(Operators.GREATEST_OF, "(SELECT max(v) FROM (SELECT NULL AS v UNION ALL VALUES {(*)}))", "lang_select.html"),
            row(Operators.HAS_BIT, "(({0} & {1}) <> 0)", EXPRESSIONS),
            row(Operators.IN_LIST, "({0} IN ({1*}))", EXPRESSIONS),
            row(Operators.IN_YEARS, "CASE WHEN {0} BETWEEN '0001-01-01' AND '9999-12-31' THEN {0} END", EXPRESSIONS),
            row(Operators.LEAST_OF, "(SELECT min(v) FROM (SELECT NULL AS v UNION ALL VALUES {(*)}))", "lang_select.html"),
            row(Operators.MEAN_FLOAT, "avg({0})", AGGREGATES),
            row(Operators.MEAN_WHOLE, "avg({0})", AGGREGATES),
            row(Operators.MONTH, "CAST(substr({0}, 6, 2) AS INTEGER)", FUNCTIONS),
            row(Operators.MONTHS_BETWEEN,
                    "((substr({0}, 1, 4) - substr({1}, 1, 4)) * 12 + substr({0}, 6, 2) - substr({1}, 6, 2) "
                            + "- CASE WHEN substr({0}, 9, 2) < substr({1}, 9, 2) THEN 1 ELSE 0 END)",
                    FUNCTIONS),
            // the sum is narrow already
            row(Operators.NARROW, "{0}", AGGREGATES),
            row(Operators.NARROW_FLOAT, "CASE WHEN abs({0}) < 9e999 THEN {0} END", FUNCTIONS),
            row(Operators.NEGATE, "-({0})", EXPRESSIONS),
            row(Operators.POWER, "pow({0}, {1})", MATHEMATICS),
            row(Operators.SUM_FLOAT, "sum({0})", AGGREGATES),
            // a sum that leaves 64 bits is an error: the halves are added up, and put together if they fit
            row(Operators.SUM_WHOLE,
                    "CASE WHEN " + HIGH + " BETWEEN -2147483648 AND 2147483647 THEN (" + HIGH + " << 32) + (sum({0} & 4294967295) & 4294967295) END",
                    AGGREGATES),
            row(Operators.TO_FLOAT, "CAST({0} AS REAL)", EXPRESSIONS),
            row(Operators.TO_WHOLE, "CAST({0} AS INTEGER)", EXPRESSIONS),
            // what is too large would become the greatest whole number
            row(Operators.TRUNCATE, "CASE WHEN " + IN_64_BITS + " THEN CAST({0} AS INTEGER) END", EXPRESSIONS),
            row(Operators.WHOLE_ABSOLUTE, "CASE WHEN {0} <> " + LEAST + " THEN abs({0}) END", FUNCTIONS),
            // what leaves 64 bits becomes a float
            row(Operators.WHOLE_ADD, "CASE WHEN typeof({0} + {1}) = 'integer' THEN {0} + {1} END", EXPRESSIONS),
            row(Operators.WHOLE_FLOOR_DIVIDE,
                    "CASE WHEN {1} <> 0 AND NOT ({0} = " + LEAST + " AND {1} = -1) "
                            + "THEN {0} / {1} - CASE WHEN {0} % {1} <> 0 AND ({0} < 0) <> ({1} < 0) THEN 1 ELSE 0 END END",
                    EXPRESSIONS),
            row(Operators.WHOLE_MULTIPLY, "CASE WHEN typeof({0} * {1}) = 'integer' THEN {0} * {1} END", EXPRESSIONS),
            row(Operators.WHOLE_NEGATE, "CASE WHEN {0} <> " + LEAST + " THEN -({0}) END", EXPRESSIONS),
            row(Operators.WHOLE_SUBTRACT, "CASE WHEN typeof({0} - {1}) = 'integer' THEN {0} - {1} END", EXPRESSIONS),
            row(Operators.YEAR, "CAST(substr({0}, 1, 4) AS INTEGER)", FUNCTIONS),
            row(Operators.YEARS_BETWEEN,
                    "(substr({0}, 1, 4) - substr({1}, 1, 4) - CASE WHEN substr({0}, 6) < substr({1}, 6) THEN 1 ELSE 0 END)",
                    FUNCTIONS)));

    private SqliteOperators() {}

    private static Row row(SqlOperator operator, String text, String page) {
        return new Row(operator, text, "https://www.sqlite.org/" + page);
    }
}
