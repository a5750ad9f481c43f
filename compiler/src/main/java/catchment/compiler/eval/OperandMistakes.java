package catchment.compiler.eval;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;

/** What is said where an operator cannot join two values. */
final class OperandMistakes {
    private final Session session;

    OperandMistakes(Session session) {
        this.session = session;
    }

    Diagnostic binary(String symbol, EvaluatedValue left, EvaluatedValue right, Operation syntax) {
        Span span = syntax.span();
        return session.accident(left)
                .or(() -> session.accident(right))
                .or(() -> NumberBesideDate.between(symbol, left, right, syntax, session))
                .orElseGet(() -> general(symbol, left, right, syntax, span));
    }

    private Diagnostic general(String symbol, EvaluatedValue left, EvaluatedValue right, Operation syntax, Span span) {
        String leftText = session.sourceText(syntax.left());
        String rightText = session.sourceText(syntax.right().span());
        if (symbol.equals("-") && isSequence(left) && isCollection(right)) {
            String mended = "set(" + leftText + ") - set(" + rightText + ")";
            return Diagnostic.error(
                            EvalCode.LIST_MINUS, span, "lists can be joined with `+`, but not subtracted")
                    .hint("`" + mended + "`")
                    .fix(span, mended);
        }
        Diagnostic finding = Diagnostic.error(
                EvalCode.OPERANDS, span, "`" + symbol + "` does not join " + left.kind() + " and " + right.kind());
        if (symbol.equals("+") && (left instanceof TextValue || right instanceof TextValue)) {
            if (isNumber(left) || isNumber(right)) {
                String number = isNumber(left) ? leftText : rightText;
                return finding.hint("to make a text of the number, write `str(" + number + ")`, or an f-string")
                        .hint("to calculate with the text, write `int(" + (isNumber(left) ? rightText : leftText) + ")`");
            }
            return finding.hint("an f-string puts values into a text: `f\"…{" + (left instanceof TextValue ? rightText : leftText) + "}…\"`");
        }
        if (symbol.equals("+") && isCollection(left) && isCollection(right)) {
            return finding.hint("make both of one kind: `list(" + leftText + ") + list(" + rightText + ")`");
        }
        if ((symbol.equals("&") || symbol.equals("|")) && isSequence(left)) {
            return finding.hint("sets have it: `set(" + leftText + ") " + symbol + " set(" + rightText + ")`");
        }
        if ((symbol.equals("<") || symbol.equals("<=") || symbol.equals(">") || symbol.equals(">="))
                && (left instanceof TextValue || right instanceof TextValue)) {
            return finding.hint("only values of one kind have an order: make a number of the text with `int(…)`, or a date with `date.fromisoformat(…)`");
        }
        return finding;
    }

    private static boolean isNumber(EvaluatedValue value) {
        return value instanceof IntegerValue || value instanceof FloatValue;
    }

    private static boolean isSequence(EvaluatedValue value) {
        return value instanceof Collection.ListValue || value instanceof Collection.TupleValue;
    }

    private static boolean isCollection(EvaluatedValue value) {
        return value instanceof Collection;
    }
}
