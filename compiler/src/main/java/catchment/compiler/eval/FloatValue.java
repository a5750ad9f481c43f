package catchment.compiler.eval;

import catchment.grammar.source.Span;

/** A decimal number. */
public record FloatValue(double value, Span origin) implements EvaluatedValue {
    @Override
    public String kind() {
        return "a decimal number";
    }
}
