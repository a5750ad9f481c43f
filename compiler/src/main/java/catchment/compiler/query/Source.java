package catchment.compiler.query;

import catchment.compiler.eval.Context;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import catchment.grammar.syntax.Expression;
import java.util.Optional;

/** Builds mended text from the text of expressions. */
final class Source {
    private Source() {}

    /** The text, in parentheses where a method could not be called on it without. */
    static String primary(Optional<Expression> expression, String text) {
        return expression.map(Source::isPrimary).orElse(false) ? text : inParentheses(text);
    }

    /** The expression's text, in parentheses where a method could not be called on it without. */
    static String primary(Expression expression, Context context) {
        String text = Words.full(expression.span(), context);
        return isPrimary(expression) ? text : inParentheses(text);
    }

    /** The expression's text, in parentheses where it could not stand beside {@code &} or {@code |} without. */
    static String operand(Expression expression, Context context) {
        String text = Words.full(expression.span(), context);
        return bindsLooser(expression) ? inParentheses(text) : text;
    }

    /** The expression without parentheses around it. */
    static Expression bare(Expression expression) {
        Expression at = expression;
        while (at instanceof Expression.Parenthesized parenthesized) {
            at = parenthesized.inner();
        }
        return at;
    }

    /** A fix that calls a method on the text at a place, with parentheses around it where they are needed. */
    static Diagnostic append(Diagnostic found, Span span, String text, String suffix) {
        boolean simple = text.matches("[A-Za-z0-9_.]+(\\([^()]*\\))?");
        return simple
                ? found.hint("write " + Words.tick(text + suffix)).fix(span.after(), suffix)
                : found.hint("write " + Words.tick("(" + text + ")" + suffix)).fix(span, "(" + text + ")" + suffix);
    }

    /** The text in parentheses, unless those at its ends are a pair already. */
    static String inParentheses(String text) {
        int open = 0;
        for (int i = 0; i < text.length(); i++) {
            open += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
            if (open == 0) {
                return i > 0 && i == text.length() - 1 ? text : "(" + text + ")";
            }
        }
        return "(" + text + ")";
    }

    static boolean isPrimary(Expression expression) {
        return switch (expression) {
            case Expression.Name _, Expression.Attribute _, Expression.Call _, Expression.Subscript _, Expression.Parenthesized _ -> true;
            case Expression.StringLiteral _, Expression.ListDisplay _, Expression.SetDisplay _, Expression.DictDisplay _ -> true;
            default -> false;
        };
    }

    private static boolean bindsLooser(Expression expression) {
        return switch (expression) {
            case Expression.Comparison _, Expression.BooleanChain _, Expression.Not _, Expression.Conditional _, Expression.Lambda _ -> true;
            default -> false;
        };
    }
}
