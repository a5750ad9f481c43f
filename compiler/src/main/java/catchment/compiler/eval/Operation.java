package catchment.compiler.eval;

import catchment.grammar.source.Span;
import catchment.grammar.syntax.Expression;

/**
 * Where an operator and its operands stand. The left operand of a later step of a chain has no expression of its own: {@code a | b | c} reads as
 * {@code (a | b) | c}.
 *
 * @param chain the whole binary chain, comparison or augmented assignment's value
 * @param left the span of all that stands left of the operator, within the chain
 * @param leftExpression the expression left of the operator, or the nearest operand of it in a chain
 * @param operator the operator itself
 * @param right the right operand
 */
public record Operation(Expression chain, Span left, Expression leftExpression, Span operator, Expression right) {
    /** From the left operand to the right one. */
    public Span span() {
        return left.to(right.span());
    }
}
