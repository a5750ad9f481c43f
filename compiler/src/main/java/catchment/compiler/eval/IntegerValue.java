package catchment.compiler.eval;

import catchment.grammar.source.Span;

/** A whole number of 64 bits. */
public record IntegerValue(long value, Span origin) implements EvaluatedValue {
    @Override
    public String kind() {
        return "a whole number";
    }
}
