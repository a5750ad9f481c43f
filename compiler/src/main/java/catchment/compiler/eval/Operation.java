package catchment.compiler.eval;

import catchment.grammar.source.Span;
import catchment.grammar.syntax.Expression;
import java.util.Optional;

/**
 * Where an operator and its operands stand. The left operand of a later step of a chain has no expression of its own: {@code a | b | c} reads as
 * {@code (a | b) | c}.
 *
 * @param chain the whole binary chain, comparison or augmented assignment's value
 * @param left the span of all that stands left of the operator, within the chain
 * @param leftExpression the expression left of the operator, or the nearest operand of it in a chain
 * @param operator the operator itself
 * @param right the right operand
 * @param enclosing the comparison of which the chain is an operand, without parentheses: {@code a == b | c == d} reads as {@code a == (b | c) == d}
 */
public record Operation(
        Expression chain, Span left, Expression leftExpression, Span operator, Expression right, Optional<Expression> enclosing) {
    /** An operation that is no operand of a comparison. */
    public Operation(Expression chain, Span left, Expression leftExpression, Span operator, Expression right) {
        this(chain, left, leftExpression, operator, right, Optional.empty());
    }

    /** From the left operand to the right one. */
    public Span span() {
        return left.to(right.span());
    }
}
