package catchment.compiler.query;

import catchment.compiler.eval.Context;
import catchment.compiler.model.Case;
import catchment.compiler.model.Function;
import catchment.compiler.model.Node;
import catchment.compiler.model.Operator;
import catchment.compiler.model.Series;
import catchment.compiler.model.Type;
import catchment.compiler.model.Value;
import catchment.grammar.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * Makes nodes: interned, and each with the place that made it first.
 *
 * @param context the evaluation
 * @param span the place that makes them
 */
record Build(Context context, Span span) {
    /** What a node costs, beside an element that is looked at. */
    private static final int COST = 8;

    /** The interned node, its place remembered. */
    <N extends Node> N add(N node) {
        context.scanned(COST);
        N interned = context.nodes().intern(node);
        if (context.spans().of(interned).isEmpty()) {
            Span shown = context.shown(span);
            if (shown.equals(span)) {
                context.spans().add(interned, span);
            } else {
                context.spans().addWithin(interned, shown);
            }
        }
        return interned;
    }

    Series apply(Operator operator, Series... operands) {
        return add(new Function(operator, List.of(operands)));
    }

    Series value(Object value, Type type) {
        return add(new Value(value, type));
    }

    Series number(long value) {
        return value(value, Type.INT);
    }

    Series and(Series one, Series other) {
        return apply(Operator.AND, one, other);
    }

    Series or(Series one, Series other) {
        return apply(Operator.OR, one, other);
    }

    Series not(Series series) {
        return apply(Operator.NOT, series);
    }

    Series choose(List<Case.Branch> branches, Optional<Series> otherwise) {
        return add(new Case(branches, otherwise));
    }

    SeriesValue give(Series series) {
        return new SeriesValue(add(series), span);
    }
}
