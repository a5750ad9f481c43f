package catchment.compiler.query;

import catchment.compiler.eval.Context;
import catchment.compiler.eval.EvaluatedValue;
import catchment.compiler.model.Series;
import catchment.compiler.model.Type;
import catchment.grammar.source.Span;
import java.util.Optional;

/** Makes series of values: a series is itself, a literal becomes a value for everybody. */
final class Operands {
    private Operands() {}

    /** The value as a series of the wanted type. Empty, after a report, if it is none. */
    static Optional<Series> cast(EvaluatedValue value, Span span, Type wanted, Asker asker, Context context) {
        if (value instanceof SeriesValue series && series.type() == wanted) {
            return Optional.of(series.node());
        }
        Optional<Series> literal = Literals.as(value, wanted).map(made -> new Build(context, span).value(made, wanted));
        if (literal.isEmpty()) {
            context.report(Misfits.explain(value, span, wanted, asker, context));
        }
        return literal;
    }

    /** The value as a series of whatever type it has. Empty, without a report, if it is neither a series nor a single static value. */
    static Optional<Series> plain(EvaluatedValue value, Span span, Context context) {
        return value instanceof SeriesValue series
                ? Optional.of(series.node())
                : Literals.own(value).map(typed -> new Build(context, span).value(typed.value(), typed.type()));
    }

    /** The value as a series of whatever type it has. Empty, after a report, if it is neither a series nor a single static value. */
    static Optional<Series> any(EvaluatedValue value, Span span, Asker asker, Context context) {
        Optional<Series> found = plain(value, span, context);
        if (found.isEmpty()) {
            context.report(Misfits.noValue(value, span, asker.wants("a value"), context));
        }
        return found;
    }
}
