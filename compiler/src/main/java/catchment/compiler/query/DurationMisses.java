package catchment.compiler.query;

import catchment.compiler.eval.Context;
import catchment.compiler.eval.EvaluatedValue;
import catchment.compiler.eval.NumberBesideDate;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;

/** What is said of durations, differences and numbers that stand where they cannot. */
final class DurationMisses {
    private DurationMisses() {}

    /** A difference of two dates where a value is wanted. */
    static Diagnostic withoutUnit(DateDifferenceValue difference, Span span, Context context) {
        String text = Words.source(span, context);
        String owner = text.matches("[A-Za-z0-9_.]*") ? text : "(" + text + ")";
        return Diagnostic.error(QueryCode.DIFFERENCE_NEEDS_UNIT, span, "the difference of two dates has no unit yet")
                .hint("write " + Words.tick(owner + ".days") + " (or `.weeks`, `.months`, `.years`)");
    }

    /** A duration where a value is wanted. */
    static Diagnostic notAValue(DurationValue duration, Span span, String opening, Context context) {
        return Diagnostic.error(
                        QueryCode.DURATION_NEEDED, span, opening + ", " + Words.tick(Words.source(span, context)) + " is a duration")
                .hint("add it to a date or take it from one: " + Words.tick("date + " + duration.unit().word() + "(n)"));
    }

    /** A date compared with a duration. */
    static Diagnostic besideDate(SeriesValue series, EvaluatedValue other, Site site, Context context) {
        String text = Words.source(site.receiver(), context);
        String duration = Words.source(site.arguments(), context);
        return Diagnostic.error(
                        QueryCode.DURATION_NEEDED,
                        site.whole(),
                        Words.tick(text) + " is a date and " + Words.tick(duration) + " is a duration, so neither comes first")
                .hint("compare with a date: " + Words.tick("index_date - " + duration))
                .hint("or compare a difference: " + Words.tick("(index_date - " + text + ").days < …"));
    }

    /** A number added to a date, or taken from one. */
    static Diagnostic number(EvaluatedValue value, Span span, Context context) {
        return NumberBesideDate.of(value, span, Words.source(span, context));
    }
}
