package catchment.compiler.eval;

import catchment.grammar.source.Span;
import catchment.grammar.syntax.Expression;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A class of Python's own: called to make a value, named in {@code isinstance}, with members such as {@code date.fromisoformat}.
 *
 * @param name as Python has it
 * @param constructor what a call does
 * @param test whether a value is of it
 * @param members what it holds beside its values' methods
 */
public record NativeClass(
        String name, NativeFunction constructor, Predicate<EvaluatedValue> test, Map<String, EvaluatedValue> members)
        implements Behaviour {
    @Override
    public Optional<EvaluatedValue> call(Expression.Call syntax, Arguments arguments, Context context) {
        return constructor.call(syntax, arguments, context);
    }

    @Override
    public boolean isInstance(EvaluatedValue value) {
        return test.test(value);
    }

    @Override
    public Optional<EvaluatedValue> attribute(Expression.Attribute syntax, Context context) {
        if (syntax.name().equals("__name__")) {
            return Optional.of(new TextValue(name, syntax.span()));
        }
        return Optional.ofNullable(members.get(syntax.name()));
    }

    @Override
    public List<String> attributeNames() {
        return List.copyOf(members.keySet());
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    @Override
    public Span origin() {
        return Span.NONE;
    }

    @Override
    public String kind() {
        return "a class";
    }
}
