package catchment.compiler.eval;

import catchment.grammar.source.Span;

/** What a mistake leaves behind: whatever is done with it gives poison again, and nothing is said twice. */
public record Poison(Span origin) implements EvaluatedValue {
    @Override
    public String kind() {
        return "nothing, after a mistake";
    }
}
