package catchment.spec.planted;

import catchment.compiler.plan.Operators;
import catchment.spec.planted.Fault.OfText;
import java.util.List;

/** An operator's text that another engine would understand as it was meant, or that is right most of the time. */
final class TextFaults {
    static final List<Fault> ALL = List.of(
            new OfText("months are added up to the month's last day", "dates/adding", Operators.ADD_MONTHS, "CAST({0} + to_months(CAST({1} AS INTEGER)) AS DATE)"),
            new OfText("a month too many is added", "dates/adding", Operators.ADD_MONTHS, "CAST({0} + to_months(CAST({1} + 1 AS INTEGER)) AS DATE)"),
            new OfText("29 February and a year is 28 February", "dates/adding", Operators.ADD_YEARS, "CAST({0} + to_years(CAST({1} AS INTEGER)) AS DATE)"),
            new OfText("a day too many is added", "dates/adding", Operators.ADD_DAYS, "({0} + CAST({1} + 1 AS INTEGER))"),
            new OfText("days between count backwards", "dates/differences", Operators.DAYS_BETWEEN, "({1} - {0})"),
            new OfText("months between do not look at the day", "dates/differences", Operators.MONTHS_BETWEEN,
                    "((year({0}) - year({1})) * 12 + month({0}) - month({1}))"),
            new OfText("months between are one less on the very day", "dates/differences", Operators.MONTHS_BETWEEN,
                    "((year({0}) - year({1})) * 12 + month({0}) - month({1}) - CASE WHEN day({0}) <= day({1}) THEN 1 ELSE 0 END)"),
            new OfText("years between do not look at the day of the year", "dates/differences", Operators.YEARS_BETWEEN, "(year({0}) - year({1}))"),
            new OfText("years between look at the month only", "dates/differences", Operators.YEARS_BETWEEN,
                    "(year({0}) - year({1}) - CASE WHEN month({0}) < month({1}) THEN 1 ELSE 0 END)"),
            new OfText("the first of the year is the first of the month", "dates/parts", Operators.FIRST_OF_YEAR, "CAST(date_trunc('month', {0}) AS DATE)"),
            new OfText("the first of the month is the day itself", "dates/parts", Operators.FIRST_OF_MONTH, "{0}"),
            new OfText("the day of the month is that of the year", "dates/parts", Operators.DAY, "dayofyear({0})"),
            new OfText("a wildcard is not taken literally", "strings/contains", Operators.CONTAINS, "({0} LIKE concat('%', {1}, '%'))"),
            new OfText("contains does not look at the case of letters", "strings/contains", Operators.CONTAINS, "contains(lower({0}), lower({1}))"),
            new OfText("contains looks at the beginning only", "strings/contains", Operators.CONTAINS, "starts_with({0}, {1})"),
            new OfText("// goes towards zero", "numbers/whole", Operators.FLOOR_DIVIDE, "({0} // {1})"),
            new OfText("// goes towards zero where it may not fit", "numbers/whole", Operators.WHOLE_FLOOR_DIVIDE,
                    "TRY_CAST(CAST({0} AS HUGEINT) // NULLIF({1}, 0) AS BIGINT)"),
            new OfText("// of floats goes towards zero", "numbers/decimal", Operators.FLOOR, "TRY_CAST(trunc({0}) AS BIGINT)"),
            new OfText("a float is cut towards minus infinity", "numbers/decimal", Operators.TRUNCATE, "TRY_CAST(floor({0}) AS BIGINT)"),
            new OfText("a float is rounded, not cut", "numbers/decimal", Operators.TRUNCATE, "TRY_CAST({0} AS BIGINT)"),
            new OfText("a quotient is whole", "numbers/decimal", Operators.DIVIDE, "trunc({0} / {1})"),
            new OfText("x ** y is y ** x", "numbers", Operators.POWER, "pow({1}, {0})"),
            new OfText("a sum of two wraps around", "numbers/total", Operators.WHOLE_ADD,
                    "CAST(CASE WHEN CAST({0} AS HUGEINT) + {1} > 9223372036854775807 THEN -9223372036854775808 WHEN CAST({0} AS HUGEINT) + {1} "
                            + "< -9223372036854775808 THEN 9223372036854775807 ELSE CAST({0} AS HUGEINT) + {1} END AS BIGINT)"),
            new OfText("the least of several is null if any is", "series/extremes", Operators.LEAST_OF, "list_min([{*}]) + (len([{*}]) - list_count([{*}])) * NULL"),
            new OfText("the greatest of several is the least", "series/extremes", Operators.GREATEST_OF, "least({*})"),
            new OfText("a mean of whole numbers is whole", "frames/aggregate: equal", Operators.MEAN_WHOLE, "trunc(avg({0}))"),
            new OfText("a sum counts equal values once", "frames/aggregate: equal", Operators.SUM_WHOLE, "sum(DISTINCT {0})"),
            new OfText("any is all", "frames/aggregate: one row", Operators.ANY_TRUE, "bool_and({0})"));

    private TextFaults() {}
}
