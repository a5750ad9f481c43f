package catchment.compiler.eval;

import catchment.grammar.source.Span;
import catchment.grammar.syntax.Expression;

/**
 * A place where the truth of a value is wanted.
 *
 * @param kind what wants it
 * @param operand the expression whose truth it is
 * @param whole the whole condition, chain or statement head
 * @param keyword the word that asks: {@code and}, {@code not}, {@code if}; the operand itself where there is none
 */
public record TruthUse(Kind kind, Expression operand, Expression whole, Span keyword) {
    /** What wants it. */
    public enum Kind {
        IF,
        CONDITIONAL_EXPRESSION,
        AND,
        OR,
        NOT,
        CHAINED_COMPARISON,
        IN,
        ASSERT,
        COMPREHENSION_CONDITION,
        BUILTIN
    }
}
