package catchment.compiler.query;

import catchment.compiler.eval.Arguments;
import catchment.compiler.eval.Arguments.Given;
import catchment.compiler.eval.Behaviour;
import catchment.compiler.eval.Context;
import catchment.compiler.eval.EvaluatedValue;
import catchment.compiler.model.Node;
import catchment.compiler.eval.Operation;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import catchment.grammar.syntax.BinaryOperator;
import catchment.grammar.syntax.ComparisonOperator;
import catchment.grammar.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A method of a table's class, such as {@code patients.age_on}, bound to the frame that it was named on.
 *
 * @param self the frame
 * @param function the method as the class has it
 * @param syntax where it was named
 */
record BoundMethod(FrameValue self, EvaluatedValue function, Expression.Attribute syntax) implements Behaviour {
    @Override
    public Span origin() {
        return syntax.nameSpan();
    }

    @Override
    public String kind() {
        return "a method";
    }

    @Override
    public Optional<EvaluatedValue> call(Expression.Call call, Arguments arguments, Context context) {
        List<Given> positional = new ArrayList<>();
        positional.add(new Given(Optional.empty(), syntax.target().span(), self, syntax.target().span()));
        positional.addAll(arguments.positional());
        MethodCalls.enter(syntax.name(), context);
        EvaluatedValue result = context.call(function, new Arguments(positional, arguments.named(), arguments.span()), call.span());
        MethodCalls.leave(context);
        node(result).ifPresent(node -> context.spans().widen(node, context.shown(call.span())));
        return Optional.of(result);
    }

    private static Optional<Node> node(EvaluatedValue result) {
        return switch (result) {
            case SeriesValue series -> Optional.of(series.node());
            case FrameValue frame -> Optional.of(frame.node());
            default -> Optional.empty();
        };
    }

    private Diagnostic notCalled() {
        return Diagnostic.error(
                        QueryCode.METHOD_NOT_CALLED, syntax.nameSpan(), Words.tick(syntax.name()) + " is a method; it needs parentheses")
                .hint("write " + Words.tick(syntax.name() + "(…)"));
    }

    @Override
    public Optional<EvaluatedValue> attribute(Expression.Attribute attribute, Context context) {
        return Optional.of(context.refuse(notCalled()));
    }

    @Override
    public Optional<EvaluatedValue> binary(
            BinaryOperator operator, EvaluatedValue other, boolean reflected, Operation operation, Context context) {
        return Optional.of(context.refuse(notCalled()));
    }

    @Override
    public Optional<EvaluatedValue> compare(
            ComparisonOperator operator, EvaluatedValue other, boolean reflected, Operation operation, Context context) {
        return Operators.comparesIdentity(operator) ? Optional.empty() : Optional.of(context.refuse(notCalled()));
    }
}
