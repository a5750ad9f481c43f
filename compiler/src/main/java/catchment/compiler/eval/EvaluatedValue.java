package catchment.compiler.eval;

import catchment.grammar.source.Span;

/** What an expression of a definition evaluates to, while the definition is read. */
public sealed interface EvaluatedValue
        permits Poison, NoneValue, BooleanValue, IntegerValue, FloatValue, TextValue, DateValue, Collection, Behaviour {
    /** The place that made it, so that a message can point there instead of where it hurt. */
    Span origin();

    /** What a researcher calls its kind: "a list", "text", "a date column". */
    String kind();
}
