package catchment.grammar.syntax;

import catchment.grammar.source.Span;

/** One entry of a dict display. */
public sealed interface DictEntry extends Syntax {
    /** {@code key: value}. */
    record Pair(Expression key, Expression value, Span span) implements DictEntry {}

    /** {@code **mapping}. */
    record Spread(Expression mapping, Span span) implements DictEntry {}
}
