package catchment.compiler.eval;

import catchment.grammar.source.Span;

/** A value of the standard library that {@code abs} works on: a length of time. */
public interface Magnitude extends Behaviour {
    /** Its size without its sign. */
    EvaluatedValue absolute(Span span);
}
