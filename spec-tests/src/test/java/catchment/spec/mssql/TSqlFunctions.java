package catchment.spec.mssql;

import java.util.List;

/** Functions of T-SQL as macros of DuckDB, each written from Microsoft's page of it (learn.microsoft.com/sql/t-sql/functions). */
final class TSqlFunctions {
    /** Whole numbers divide to whole numbers, what is not finite is an error, and nulls are the least. */
    static final List<String> SETTINGS = List.of(
            "SET integer_division = true",
            "SET ieee_floating_point_ops = false",
            "SET default_null_order = 'nulls_first_on_asc_last_on_desc'");

    static final List<String> MACROS = List.of(
            // DATEADD (datepart, number, date): number is an INT; a month without such a day gives its last day; the type stays DATE
            "CREATE MACRO tsql_dateadd_day(n, d) AS d + CAST(n AS INTEGER)",
            "CREATE MACRO tsql_dateadd_month(n, d) AS CAST(d + to_months(CAST(n AS INTEGER)) AS DATE)",
            "CREATE MACRO tsql_dateadd_year(n, d) AS CAST(d + to_years(CAST(n AS INTEGER)) AS DATE)",
            // DATEDIFF (datepart, startdate, enddate): an INT, the boundaries between them
            "CREATE MACRO tsql_datediff_day(a, b) AS CAST(b - a AS INTEGER)",
            "CREATE MACRO tsql_datediff_month(a, b) AS CAST((year(b) - year(a)) * 12 + month(b) - month(a) AS INTEGER)",
            "CREATE MACRO tsql_datediff_year(a, b) AS CAST(year(b) - year(a) AS INTEGER)",
            // YEAR, MONTH, DAY: an INT
            "CREATE MACRO tsql_year(d) AS CAST(year(d) AS INTEGER)",
            "CREATE MACRO tsql_month(d) AS CAST(month(d) AS INTEGER)",
            "CREATE MACRO tsql_day(d) AS CAST(day(d) AS INTEGER)",
            "CREATE MACRO tsql_datefromparts(y, m, d) AS make_date(y, m, d)",
            // LEN: without the spaces at the end. A character beyond the first plane is two units under a collation that is not supplementary-aware
            "CREATE MACRO tsql_units(s) AS length(regexp_replace(s, '[\\x{10000}-\\x{10FFFF}]', 'xx', 'g'))",
            "CREATE MACRO tsql_len(s) AS CAST(tsql_units(rtrim(s, ' ')) AS INTEGER)",
            // LEFT: so many units; here never so few that a character is cut in two
            "CREATE MACRO tsql_left(s, n) AS left(s, n - tsql_units(s) + length(s))",
            // ROUND (numeric_expression, length, function): cut off where function is not 0
            "CREATE MACRO tsql_round(x, places, how) AS CASE WHEN places <> 0 OR how = 0 THEN error('not written here') ELSE trunc(x) END",
            // DATALENGTH: the bytes of an NVARCHAR, the spaces at its end too
            "CREATE MACRO tsql_datalength(s) AS 2 * tsql_units(s)",
            // CHARINDEX (expressionToFind, expressionToSearch): the place from 1 on, 0 if it is not there
            "CREATE MACRO tsql_charindex(part, s) AS CASE WHEN part IS NULL OR s IS NULL THEN NULL WHEN part = '' THEN 0 ELSE strpos(s, part) END",
            // LOG: natural; an error for zero and less
            "CREATE MACRO tsql_log(x) AS CASE WHEN x <= 0 THEN error('An invalid floating point operation occurred.') ELSE ln(x) END",
            // POWER: an error for a root of a negative number, for zero to a negative power, and for a result that is too large
            "CREATE MACRO tsql_power(x, y) AS CASE WHEN x < 0 AND y <> floor(y) THEN error('An invalid floating point operation occurred.') "
                    + "WHEN x = 0 AND y < 0 THEN error('Divide by zero error encountered.') "
                    + "WHEN NOT isfinite(pow(CAST(x AS DOUBLE), y)) THEN error('Arithmetic overflow error for type float') ELSE pow(CAST(x AS DOUBLE), y) END",
            // comparing texts: the shorter one is padded with spaces
            "CREATE MACRO tsql_padded(s) AS rtrim(s, ' ')");

    private TSqlFunctions() {}
}
