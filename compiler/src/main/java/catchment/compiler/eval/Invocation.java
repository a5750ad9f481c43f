package catchment.compiler.eval;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import catchment.grammar.syntax.BinaryOperator;
import catchment.grammar.syntax.ComparisonOperator;
import catchment.grammar.syntax.Expression;
import catchment.grammar.syntax.UnaryOperator;
import java.util.List;
import java.util.Optional;

/** One call of a {@link NativeFunction}: its arguments by parameter, and ready ways to take and to refuse them. */
public final class Invocation {
    private final Signature.Bound bound;
    private final Arguments arguments;
    private final Expression.Call syntax;
    private final Context context;

    Invocation(Signature.Bound bound, Arguments arguments, Expression.Call syntax, Context context) {
        this.bound = bound;
        this.arguments = arguments;
        this.syntax = syntax;
        this.context = context;
    }

    /** The whole call. */
    public Span span() {
        return syntax.span();
    }

    /** The call as it is written. */
    public Expression.Call syntax() {
        return syntax;
    }

    /** The evaluation. */
    public Context context() {
        return context;
    }

    /** The arguments as they were given. */
    public Arguments arguments() {
        return arguments;
    }

    /** The argument of a parameter. Empty if the call leaves it out. */
    public Optional<Arguments.Given> given(String parameter) {
        return Optional.ofNullable(bound.named().get(parameter));
    }

    /** The value of a parameter that a call cannot leave out. */
    public EvaluatedValue value(String parameter) {
        return given(parameter).map(Arguments.Given::value).orElseGet(() -> new NoneValue(span()));
    }

    /** The value of a parameter. Empty if the call leaves it out or gives {@code None}. */
    public Optional<EvaluatedValue> optional(String parameter) {
        return given(parameter).map(Arguments.Given::value).filter(value -> !(value instanceof NoneValue));
    }

    /** Where the argument of a parameter stands; the call if it is left out. */
    public Span span(String parameter) {
        return given(parameter).map(Arguments.Given::span).orElse(span());
    }

    /** What {@code *args} was given. */
    public List<Arguments.Given> rest() {
        return bound.rest();
    }

    /** What {@code **kwargs} was given. */
    public List<Arguments.Given> namedRest() {
        return bound.namedRest();
    }

    /** The elements of a parameter's argument. Empty after a report. */
    public Optional<List<EvaluatedValue>> elements(String parameter) {
        return Iteration.elements(value(parameter), span(parameter), context);
    }

    /** A walk through a parameter's argument, which sees what changes on the way. Empty after a report. */
    Optional<Walk> walk(String parameter) {
        return Iteration.walk(value(parameter), span(parameter), context).map(walk -> walk.shallow(context));
    }

    /** The text that a parameter was given. Empty after a report that it is none. */
    public Optional<String> text(String parameter) {
        if (value(parameter) instanceof TextValue text) {
            return Optional.of(text.value());
        }
        wrongKind(parameter, "text");
        return Optional.empty();
    }

    /** The whole number that a parameter was given. Empty after a report that it is none. */
    public Optional<Long> integer(String parameter) {
        Optional<EvaluatedValue> number = Operators.number(value(parameter));
        if (number.isPresent() && number.get() instanceof IntegerValue whole) {
            return Optional.of(whole.value());
        }
        wrongKind(parameter, "a whole number");
        return Optional.empty();
    }

    /** Whether a parameter was given something that counts as true. */
    public boolean flag(String parameter) {
        return optional(parameter).filter(value -> isTrue(value, parameter)).isPresent();
    }

    private boolean isTrue(EvaluatedValue value, String parameter) {
        Expression operand = new Expression.Unsupported(span(parameter));
        return truth(value, operand).orElse(false);
    }

    /** Whether a value counts as true. Empty after a report that it has no answer. */
    public Optional<Boolean> truth(EvaluatedValue value, Expression operand) {
        return ((Session) context)
                .operators()
                .truth(value, new TruthUse(TruthUse.Kind.BUILTIN, operand, syntax, operand.span()));
    }

    /** Calls a function that was given, with these arguments in order. */
    public EvaluatedValue call(EvaluatedValue function, List<EvaluatedValue> values) {
        List<Arguments.Given> given = values.stream()
                .map(value -> new Arguments.Given(Optional.empty(), span(), value, span()))
                .toList();
        return context.call(function, new Arguments(given, List.of(), syntax.argumentsSpan()), span());
    }

    /** What an operator makes of two values, as if it stood where the call does. */
    public EvaluatedValue join(BinaryOperator operator, EvaluatedValue left, EvaluatedValue right) {
        return ((Session) context).operators().binary(operator, left, right, operation());
    }

    /** What a comparison makes of two values, as if it stood where the call does. */
    public EvaluatedValue compare(ComparisonOperator operator, EvaluatedValue left, EvaluatedValue right) {
        return ((Session) context).operators().compare(operator, left, right, operation());
    }

    /** What an operator makes of one value, as if it stood where the call does. */
    public EvaluatedValue apply(UnaryOperator operator, EvaluatedValue operand) {
        Expression whole = new Expression.Unsupported(span());
        return ((Session) context).operators().unary(new Expression.Unary(operator, whole, span()), operand);
    }

    private Operation operation() {
        Expression whole = new Expression.Unsupported(span());
        return new Operation(whole, span(), whole, span(), whole);
    }

    /** Counts elements or characters that the call makes. */
    public void allocate(long count) {
        ((Session) context).budget().allocate(count);
    }

    /** Reports that a parameter was given the wrong kind, or what accident made it so; gives poison. */
    public Poison wrongKind(String parameter, String wanted) {
        EvaluatedValue value = value(parameter);
        if (value instanceof Poison poison) {
            return poison;
        }
        return context.refuse(context.accident(value)
                .orElseGet(() -> Diagnostic.error(
                        EvalCode.ARGUMENT_KIND,
                        span(parameter),
                        "`" + name() + "` wants " + wanted + " for `" + parameter + "`, and this is " + value.kind())));
    }

    /** Reports an error at the call; gives poison. */
    public Poison refuse(EvalCode code, String message) {
        return context.refuse(Diagnostic.error(code, span(), message));
    }

    private String name() {
        return switch (syntax.function()) {
            case Expression.Name name -> name.name();
            case Expression.Attribute attribute -> attribute.name();
            default -> "this function";
        };
    }
}
