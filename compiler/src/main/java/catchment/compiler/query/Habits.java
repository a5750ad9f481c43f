package catchment.compiler.query;

import catchment.compiler.eval.Behaviour;
import catchment.compiler.eval.Context;
import catchment.compiler.eval.EvaluatedValue;
import catchment.compiler.eval.Operation;
import catchment.compiler.eval.TextValue;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import catchment.grammar.syntax.ComparisonOperator;
import catchment.grammar.syntax.Expression;
import java.util.Map;
import java.util.Optional;

/** What Python, pandas and earlier versions write otherwise, and what is said of it. */
final class Habits {
    /** Method names of earlier versions, of pandas and of SQL, with ours. */
    private static final Map<String, String> RENAMED = Map.<String, String>ofEntries(
            Map.entry("take", "where"),
            Map.entry("filter", "where"),
            Map.entry("query", "where"),
            Map.entry("select", "where"),
            Map.entry("drop", "except_where"),
            Map.entry("exclude", "except_where"),
            Map.entry("where_not", "except_where"),
            Map.entry("not_where", "except_where"),
            Map.entry("order_by", "sort_by"),
            Map.entry("sort", "sort_by"),
            Map.entry("sort_values", "sort_by"),
            Map.entry("sorted_by", "sort_by"),
            Map.entry("first", "first_for_patient"),
            Map.entry("head", "first_for_patient"),
            Map.entry("earliest", "first_for_patient"),
            Map.entry("last", "last_for_patient"),
            Map.entry("tail", "last_for_patient"),
            Map.entry("latest", "last_for_patient"),
            Map.entry("exists", "exists_for_patient"),
            Map.entry("any", "exists_for_patient"),
            Map.entry("count", "count_for_patient"),
            Map.entry("size", "count_for_patient"),
            Map.entry("min", "minimum_for_patient"),
            Map.entry("minimum", "minimum_for_patient"),
            Map.entry("max", "maximum_for_patient"),
            Map.entry("maximum", "maximum_for_patient"),
            Map.entry("sum", "sum_for_patient"),
            Map.entry("mean", "mean_for_patient"),
            Map.entry("average", "mean_for_patient"),
            Map.entry("nunique", "count_distinct_for_patient"),
            Map.entry("count_distinct", "count_distinct_for_patient"),
            Map.entry("isin", "is_in"),
            Map.entry("in_", "is_in"),
            Map.entry("not_in", "is_not_in"),
            Map.entry("isnull", "is_null"),
            Map.entry("isna", "is_null"),
            Map.entry("is_none", "is_null"),
            Map.entry("is_missing", "is_null"),
            Map.entry("notnull", "is_not_null"),
            Map.entry("notna", "is_not_null"),
            Map.entry("not_null", "is_not_null"),
            Map.entry("fillna", "when_null_then"),
            Map.entry("if_null_then", "when_null_then"),
            Map.entry("coalesce", "when_null_then"),
            Map.entry("map", "map_values"),
            Map.entry("replace", "map_values"),
            Map.entry("between", "is_on_or_between"),
            Map.entry("is_between", "is_on_or_between"),
            Map.entry("before", "is_before"),
            Map.entry("after", "is_after"),
            Map.entry("on_or_before", "is_on_or_before"),
            Map.entry("on_or_after", "is_on_or_after"),
            Map.entry("abs", "absolute"),
            Map.entry("astype", "as_int"),
            Map.entry("to_int", "as_int"),
            Map.entry("to_float", "as_float"),
            Map.entry("categorise", "to_category"),
            Map.entry("to_category", "map_values"),
            Map.entry("set_population", "define_population"),
            Map.entry("configure_dummy_dataset", "configure_dummy_data"),
            Map.entry("configure_dummy", "configure_dummy_data"));

    private static final Map<String, String> ADVICE = Map.<String, String>ofEntries(
            Map.entry("lower", "there is no change of case; compare with each spelling: .is_in([…])"),
            Map.entry("upper", "there is no change of case; compare with each spelling: .is_in([…])"),
            Map.entry("strip", "texts of a column are compared as they are"),
            Map.entry("startswith", "test for a part of the text: .contains(…)"),
            Map.entry("endswith", "test for a part of the text: .contains(…)"),
            Map.entry("apply", "there is no code per patient: use operators, case(when(…).then(…)) or map_values({…})"),
            Map.entry("astype", "types change with .as_int() and .as_float()"),
            Map.entry("round", "cut off the fraction with .as_int(), or round in the analysis"),
            Map.entry("desc", OperatorMisses.DESCENDING),
            Map.entry("descending", OperatorMisses.DESCENDING),
            Map.entry("asc", "rows are sorted upwards as it is: leave it out"),
            Map.entry("dt", "dates have .year, .month and .day themselves"),
            Map.entry("str", "texts have .contains(…) themselves"),
            Map.entry("values", "values are known only when the definition is run"));

    private Habits() {}

    /** Our name for a method that is called otherwise elsewhere. */
    static Optional<String> renamed(String name) {
        return Optional.ofNullable(RENAMED.get(name));
    }

    /** What to write for a method that has no counterpart here. */
    static Optional<String> advice(String name) {
        return Optional.ofNullable(ADVICE.get(name));
    }

    static Diagnostic renamedMethod(String name, String known, Span nameSpan, String text) {
        return Diagnostic.error(QueryCode.RENAMED_METHOD, nameSpan, Words.tick(name) + " is called " + Words.tick(known) + " here")
                .hint("write " + Words.tick(text + "." + known + "(…)"))
                .fix(nameSpan, known);
    }

    /** {@code column in […]}, or {@code x in column}. */
    static Diagnostic in(
            SeriesValue series, ComparisonOperator operator, EvaluatedValue other, boolean reflected, Operation syntax, Context context) {
        String left = Words.full(syntax.left(), context);
        String right = Words.full(syntax.right().span(), context);
        String column = reflected ? right : left;
        if (reflected) {
            return Diagnostic.error(QueryCode.IN_ON_SERIES, syntax.span(), "in cannot look into a column; its values are known only per patient")
                    .hint(other instanceof SeriesValue || !series.perPatient()
                            ? "write " + left + ".is_in(" + right + ")"
                            : "to test for a value: " + column + " == " + left);
        }
        String method = operator == ComparisonOperator.IN ? "is_in" : "is_not_in";
        String mended = Source.primary(syntax.leftExpression(), context) + "." + method + "(" + right + ")";
        return Diagnostic.error(
                        QueryCode.IN_ON_SERIES, syntax.span(), Words.tick(operator.symbol()) + " cannot test a column; " + Words.tick(method) + " does")
                .hint("write " + Words.tick(mended))
                .fix(syntax.span(), mended);
    }

    static Diagnostic subscript(Behaviour value, EvaluatedValue index, Expression.Subscript syntax, Context context) {
        String text = Words.source(syntax.target().span(), context);
        Diagnostic found = Diagnostic.error(
                QueryCode.SUBSCRIPT_ON_ROWS, syntax.span(), "[…] cannot look into " + Words.tick(text) + ": its rows are known only per patient");
        if (value instanceof FrameValue frame && index instanceof TextValue name) {
            Diagnostic hinted = found.hint("name the column: " + Words.tick(text + "." + name.value()));
            return frame.node().schema().column(name.value()).isPresent()
                    ? hinted.fix(syntax.span(), text + "." + name.value())
                    : hinted;
        }
        if (value instanceof FrameValue && index instanceof SeriesValue) {
            String condition = Words.full(syntax.index().span(), context);
            return found.hint("to filter: " + Words.tick(text + ".where(" + condition + ")")).fix(syntax.span(), text + ".where(" + condition + ")");
        }
        return found.hint("to take one row: `.sort_by(…).first_for_patient()`");
    }

    static Diagnostic loop(Behaviour value, Span span, Context context) {
        String text = Words.source(span, context);
        boolean frame = value instanceof FrameValue;
        Diagnostic found = Diagnostic.error(
                QueryCode.LOOP_OVER_ROWS,
                span,
                (frame ? "the rows" : "the values") + " of " + Words.tick(text) + " are known only when the definition is run, so nothing can go through them");
        return frame
                ? found.hint("whether any row fits: " + Words.tick(text + ".where(…).exists_for_patient()"))
                : found.hint("operators and methods work on all values at once");
    }

    static Diagnostic text(Behaviour value, Span span, Context context) {
        return Diagnostic.error(
                        QueryCode.SERIES_IN_F_STRING,
                        span,
                        value instanceof FrameValue
                                ? "a text cannot hold a table of rows"
                                : "a text is made once, while the definition is read; a column has a value for each patient")
                .hint("keep it as a variable of its own, and build labels in the analysis")
                .hint("for a few fixed labels: `case(when(…).then(\"…\"), otherwise=\"…\")`");
    }

    static Diagnostic key(Behaviour value, Span span, Context context) {
        String text = Words.source(span, context);
        return Diagnostic.error(
                        QueryCode.SERIES_AS_KEY,
                        span,
                        Words.tick(text) + " differs per patient, so it can be no key of a dict and no member of a set")
                .hint("use a text as key, and the column as value: " + Words.tick("{\"name\": " + text + "}"));
    }
}
