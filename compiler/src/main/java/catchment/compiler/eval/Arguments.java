package catchment.compiler.eval;

import catchment.grammar.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * The arguments of a call, evaluated, with {@code *} and {@code **} spread.
 *
 * @param positional in order
 * @param named in order
 * @param span from {@code (} to {@code )}
 */
public record Arguments(List<Given> positional, List<Given> named, Span span) {
    /**
     * One argument.
     *
     * @param name empty for a positional one
     * @param nameSpan where the name stands; the value's place for a positional one
     * @param value what was given
     * @param span where its expression stands
     */
    public record Given(Optional<String> name, Span nameSpan, EvaluatedValue value, Span span) {}

    public Arguments {
        positional = List.copyOf(positional);
        named = List.copyOf(named);
    }

    /** True if any argument is poison, so that nothing more is to be said. */
    public boolean poisoned() {
        return positional.stream().anyMatch(given -> given.value() instanceof Poison)
                || named.stream().anyMatch(given -> given.value() instanceof Poison);
    }

    /** The argument of that name. */
    public Optional<Given> named(String name) {
        return named.stream().filter(given -> given.name().filter(name::equals).isPresent()).findFirst();
    }
}
