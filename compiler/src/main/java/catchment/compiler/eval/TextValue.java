package catchment.compiler.eval;

import catchment.grammar.source.Span;

/** A text. */
public record TextValue(String value, Span origin) implements EvaluatedValue {
    @Override
    public String kind() {
        return "text";
    }
}
