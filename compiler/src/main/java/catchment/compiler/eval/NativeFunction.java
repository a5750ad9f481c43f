package catchment.compiler.eval;

import catchment.grammar.source.Span;
import catchment.grammar.syntax.Expression;
import java.util.Optional;

/** A function made of Java: a built-in one, a method of a static value, a function of the standard library. */
public final class NativeFunction implements Behaviour {
    /** What a native function does. */
    @FunctionalInterface
    public interface Body {
        /** The result; poison after a mistake that it reported. */
        EvaluatedValue apply(Invocation invocation);
    }

    private final String name;
    private final Signature signature;
    private final boolean method;
    private final boolean takesPoison;
    private final boolean refused;
    private final Body body;

    private NativeFunction(String name, Signature signature, boolean method, boolean takesPoison, boolean refused, Body body) {
        this.name = name;
        this.signature = signature;
        this.method = method;
        this.takesPoison = takesPoison;
        this.refused = refused;
        this.body = body;
    }

    /**
     * A function. A call with poison among its arguments gives poison, and the body is not asked.
     *
     * @param signature as {@link Signature#of} reads it
     */
    public static NativeFunction of(String name, String signature, Body body) {
        return new NativeFunction(name, Signature.of(signature), false, false, false, body);
    }

    /** A function that is called with poison too: one that stores what it is given. */
    public static NativeFunction taking(String name, String signature, Body body) {
        return new NativeFunction(name, Signature.of(signature), false, true, false, body);
    }

    /** A name that is there to be refused: nobody is told of it. */
    public static NativeFunction refusing(String name, Body refusal) {
        return new NativeFunction(name, Signature.of("*arguments, **names"), false, false, true, refusal);
    }

    /** A method of a value. */
    static NativeFunction method(String name, Signature signature, boolean takesPoison, Body body) {
        return new NativeFunction(name, signature, true, takesPoison, false, body);
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /** True if all that it does is to be refused. */
    boolean isRefused() {
        return refused;
    }

    /** True if it belongs to a value, whose method it is. */
    boolean isMethod() {
        return method;
    }

    @Override
    public Optional<EvaluatedValue> call(Expression.Call syntax, Arguments arguments, Context context) {
        if (!takesPoison && arguments.poisoned()) {
            return Optional.of(new Poison(syntax.span()));
        }
        return Optional.of(signature
                .bind(name, arguments, syntax, context)
                .map(given -> body.apply(new Invocation(given, arguments, syntax, context)))
                .orElseGet(() -> new Poison(syntax.span())));
    }

    @Override
    public Optional<EvaluatedValue> attribute(Expression.Attribute syntax, Context context) {
        return syntax.name().equals("__name__")
                ? Optional.of(new TextValue(name, syntax.span()))
                : Optional.empty();
    }

    @Override
    public Span origin() {
        return Span.NONE;
    }

    @Override
    public String kind() {
        return method ? "a method" : "a function";
    }
}
