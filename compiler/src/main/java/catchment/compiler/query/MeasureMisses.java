package catchment.compiler.query;

import catchment.compiler.eval.Context;
import catchment.compiler.eval.EvaluatedValue;
import catchment.compiler.model.Type;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.diagnostic.NearNames;
import catchment.grammar.source.Span;
import catchment.grammar.syntax.Expression;
import java.util.List;
import java.util.Optional;

/** What is said of measures that are put together wrongly. */
final class MeasureMisses {
    private MeasureMisses() {}

    static Diagnostic attribute(MeasuresValue measures, Expression.Attribute syntax, Context context) {
        String text = Words.source(syntax.target().span(), context);
        if (syntax.name().equals("define_population") || syntax.name().equals("set_population")) {
            return Diagnostic.error(QueryCode.UNKNOWN_METHOD, syntax.nameSpan(), "measures have no population of their own")
                    .hint("the denominator says who is counted: `define_measure(…, denominator=…)`");
        }
        Diagnostic found = Diagnostic.error(QueryCode.UNKNOWN_METHOD, syntax.nameSpan(), Words.tick(text) + " has no " + Words.tick(syntax.name()));
        List<String> near = NearNames.of(syntax.name(), measures.attributeNames());
        return near.isEmpty()
                ? found.hint("it has " + String.join(", ", measures.attributeNames()))
                : found.hint("did you mean " + Words.tick(near.getFirst()) + "?").fix(syntax.nameSpan(), near.getFirst());
    }

    /** {@code months(12)} where intervals are wanted. */
    static Diagnostic durationAsIntervals(DurationValue duration, Span span, Context context) {
        String text = Words.source(span, context);
        return Diagnostic.error(QueryCode.INTERVAL_WITHOUT_DATE, span, Words.tick(text) + ", but from when?")
                .hint("write " + Words.tick(text + ".starting_on(\"2022-01-01\")") + " or " + Words.tick(text + ".ending_on(\"2022-12-31\")"));
    }

    /** A numerator or denominator that is neither true/false nor a whole number. */
    static Diagnostic valueType(String part, SeriesValue series, Span span, Context context) {
        String text = Words.source(span, context);
        Diagnostic found = Diagnostic.error(
                QueryCode.MEASURE_VALUE_TYPE,
                span,
                "a " + part + " is counted: true/false or a whole number per patient; " + Words.tick(text) + " is " + Words.a(series.type()));
        if (series.type() == Type.FLOAT) {
            return found.hint("compare it, cut off its fraction with `.as_int()`, or count events; means of decimal numbers come from a dataset");
        }
        return series.type() == Type.DATE
                ? found.hint("whether there is one: " + Words.tick(text + ".is_not_null()"))
                : found.hint("compare it: " + Words.tick(text + " == …"));
    }

    /** A {@code group_by} that is no dict of names. */
    static Diagnostic groupBy(EvaluatedValue value, Span span, Context context) {
        String text = Words.source(span, context);
        Diagnostic found = Diagnostic.error(
                QueryCode.GROUP_BY_FORM, span, "groups need names for the columns of the output: group_by is a dict of names");
        if (value instanceof SeriesValue series) {
            String mended = "{" + Words.quoted(name(series, text)) + ": " + text + "}";
            return found.hint("write " + Words.tick(mended)).fix(span, mended);
        }
        List<EvaluatedValue> elements = switch (value) {
            case catchment.compiler.eval.Collection.ListValue list -> list.elements();
            case catchment.compiler.eval.Collection.TupleValue tuple -> tuple.elements();
            default -> List.of();
        };
        if (!elements.isEmpty() && elements.stream().allMatch(SeriesValue.class::isInstance)) {
            List<String> pairs = elements.stream()
                    .map(element -> {
                        String expression = Words.full(element.origin(), context);
                        return Words.quoted(name((SeriesValue) element, expression)) + ": " + expression;
                    })
                    .toList();
            String mended = "{" + String.join(", ", pairs) + "}";
            return found.hint("write " + Words.tick(mended)).fix(span, mended);
        }
        return found.hint("for example `group_by={\"sex\": patients.sex}`");
    }

    private static String name(SeriesValue series, String text) {
        Optional<String> column = Misfits.column(series).map(found -> found.name());
        return column.orElseGet(() -> text.matches("[A-Za-z][A-Za-z0-9_]*") ? text : "group");
    }
}
