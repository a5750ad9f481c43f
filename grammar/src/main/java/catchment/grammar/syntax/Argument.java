package catchment.grammar.syntax;

import catchment.grammar.source.Span;

/** One argument of a call. */
public sealed interface Argument extends Syntax {
    /** What is passed. */
    Expression value();

    /** {@code f(x)}. */
    record Positional(Expression value, Span span) implements Argument {}

    /** {@code f(name=x)}. */
    record Keyword(String name, Span nameSpan, Expression value, Span span) implements Argument {}

    /** {@code f(*x)}. */
    record Spread(Expression value, Span span) implements Argument {}

    /** {@code f(**x)}. */
    record KeywordSpread(Expression value, Span span) implements Argument {}
}
