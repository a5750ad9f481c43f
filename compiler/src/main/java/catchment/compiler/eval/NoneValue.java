package catchment.compiler.eval;

import catchment.grammar.source.Span;

/** {@code None}. */
public record NoneValue(Span origin) implements EvaluatedValue {
    @Override
    public String kind() {
        return "None";
    }
}
