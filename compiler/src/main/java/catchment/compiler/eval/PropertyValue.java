package catchment.compiler.eval;

import catchment.grammar.source.Span;

/**
 * A {@code @property} of a class: a function of {@code self} that is called by naming it.
 *
 * @param function takes {@code self}
 */
public record PropertyValue(EvaluatedValue function, Span origin) implements Behaviour {
    @Override
    public String kind() {
        return "a property";
    }
}
