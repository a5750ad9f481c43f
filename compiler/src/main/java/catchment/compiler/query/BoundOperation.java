package catchment.compiler.query;

import catchment.compiler.eval.Arguments;
import catchment.compiler.eval.Behaviour;
import catchment.compiler.eval.Context;
import catchment.compiler.eval.EvaluatedValue;
import catchment.compiler.eval.Operation;
import catchment.compiler.eval.SquareBrackets;
import catchment.compiler.eval.TruthUse;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import catchment.grammar.syntax.BinaryOperator;
import catchment.grammar.syntax.ComparisonOperator;
import catchment.grammar.syntax.Expression;
import java.util.List;
import java.util.Optional;

/**
 * A method that was named and not called yet.
 *
 * @param entry the method
 * @param receiver what it belongs to
 * @param syntax where it was named
 */
record BoundOperation(Entry entry, EvaluatedValue receiver, Expression.Attribute syntax) implements Behaviour {
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
        return Optional.of(Call.run(entry, receiver, false, arguments, Site.method(syntax, call.span(), arguments), context));
    }

    /** What is said where the method stands for its result. */
    Diagnostic notCalled() {
        boolean simple = entry.parameters().stream().noneMatch(Entry.Parameter::mustBeGiven);
        Diagnostic found = withoutParentheses();
        return simple
                ? found.hint("write " + Words.tick(entry.name() + "()")).fix(syntax.nameSpan().after(), "()")
                : found.hint("write " + Words.tick(entry.signature()));
    }

    private Diagnostic withoutParentheses() {
        return Diagnostic.error(QueryCode.METHOD_NOT_CALLED, syntax.nameSpan(), Words.tick(entry.name()) + " is a method; it needs parentheses");
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

    @Override
    public Optional<EvaluatedValue> unary(
            catchment.grammar.syntax.UnaryOperator operator, Expression.Unary unary, Context context) {
        return Optional.of(context.refuse(notCalled()));
    }

    @Override
    public Optional<EvaluatedValue> subscript(EvaluatedValue index, Expression.Subscript subscript, Context context) {
        return Optional.of(context.refuse(SquareBrackets.round(withoutParentheses(), subscript, context)));
    }

    @Override
    public Optional<List<EvaluatedValue>> iterate(Span span, Context context) {
        context.report(notCalled());
        return Optional.empty();
    }

    @Override
    public Optional<Boolean> truth(TruthUse use, Context context) {
        context.report(notCalled());
        return Optional.empty();
    }
}
