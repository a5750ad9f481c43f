package catchment.compiler.eval;

import catchment.grammar.source.Span;

/** {@code True} or {@code False}. */
public record BooleanValue(boolean value, Span origin) implements EvaluatedValue {
    @Override
    public String kind() {
        return "true/false";
    }
}
