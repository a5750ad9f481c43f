package catchment.compiler.query;

import catchment.compiler.eval.Arguments;
import catchment.compiler.eval.Operation;
import catchment.grammar.source.Span;
import catchment.grammar.syntax.Expression;
import java.util.Optional;

/**
 * Where a call or an operation stands.
 *
 * @param whole all of it
 * @param receiver what it is asked of; the function itself where there is no receiver
 * @param receiverExpression the same as syntax, where there is one
 * @param name the method's name or the operator
 * @param arguments from the first argument's parenthesis to the last; the other operand of an operator
 */
record Site(Span whole, Span receiver, Optional<Expression> receiverExpression, Span name, Span arguments) {
    static Site method(Expression.Attribute attribute, Span whole, Arguments arguments) {
        return new Site(whole, attribute.target().span(), Optional.of(attribute.target()), attribute.nameSpan(), arguments.span());
    }

    static Site property(Expression.Attribute attribute) {
        return new Site(
                attribute.span(),
                attribute.target().span(),
                Optional.of(attribute.target()),
                attribute.nameSpan(),
                attribute.nameSpan().after());
    }

    static Site function(Expression.Call call, Arguments arguments) {
        return new Site(call.span(), call.function().span(), Optional.empty(), call.function().span(), arguments.span());
    }

    static Site operator(Operation operation, boolean reflected) {
        Span receiver = reflected ? operation.right().span() : operation.left();
        Span other = reflected ? operation.left() : operation.right().span();
        Expression expression = reflected ? operation.right() : operation.leftExpression();
        return new Site(operation.span(), receiver, Optional.of(expression), operation.operator(), other);
    }

    static Site unary(Expression.Unary unary) {
        return new Site(
                unary.span(), unary.operand().span(), Optional.of(unary.operand()), unary.span().before(), unary.operand().span());
    }
}
