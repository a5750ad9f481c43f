package catchment.compiler.eval;

import catchment.grammar.source.Span;
import catchment.grammar.syntax.Expression;
import catchment.grammar.syntax.Parameter;
import catchment.grammar.syntax.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A function that a definition defines, with what it sees around it. */
final class FunctionValue implements Behaviour {
    /** What a call runs. */
    sealed interface Body {
        /** The block of a {@code def}. */
        record Block(Statement.FunctionDefinition definition, List<Statement> statements) implements Body {}

        /** The expression of a {@code lambda}. */
        record Result(Expression expression) implements Body {}
    }

    private final String name;
    private final List<Parameter> parameters;
    private final Map<String, EvaluatedValue> defaults;
    private final Signature signature;
    private final Body body;
    private final Scope closure;
    private final Set<String> locals;
    private final ModuleValue module;
    private final Span origin;

    FunctionValue(
            String name,
            List<Parameter> parameters,
            Map<String, EvaluatedValue> defaults,
            Body body,
            Scope closure,
            Set<String> locals,
            ModuleValue module,
            Span origin) {
        this.name = name;
        this.parameters = List.copyOf(parameters);
        this.defaults = defaults;
        this.signature = new Signature(parameters.stream()
                .map(parameter -> new Signature.Formal(
                        parameter.name(), parameter.kind(), parameter.defaultValue().isPresent() || isRest(parameter)))
                .toList());
        this.body = body;
        this.closure = closure;
        this.locals = locals;
        this.module = module;
        this.origin = origin;
    }

    private static boolean isRest(Parameter parameter) {
        return parameter.kind() == Parameter.Kind.REST || parameter.kind() == Parameter.Kind.KEYWORD_REST;
    }

    String name() {
        return name;
    }

    List<Parameter> parameters() {
        return parameters;
    }

    /** The values of the defaults, by parameter: evaluated once, where the function is defined. */
    Map<String, EvaluatedValue> defaults() {
        return defaults;
    }

    Signature signature() {
        return signature;
    }

    Body body() {
        return body;
    }

    Scope closure() {
        return closure;
    }

    Set<String> locals() {
        return locals;
    }

    ModuleValue module() {
        return module;
    }

    @Override
    public Optional<EvaluatedValue> attribute(Expression.Attribute syntax, Context context) {
        return syntax.name().equals("__name__")
                ? Optional.of(new TextValue(name, syntax.span()))
                : Optional.empty();
    }

    @Override
    public Optional<EvaluatedValue> call(Expression.Call syntax, Arguments arguments, Context context) {
        return Optional.of(((Session) context).calls().run(this, syntax, arguments));
    }

    @Override
    public Span origin() {
        return origin;
    }

    @Override
    public String kind() {
        return "a function";
    }
}
