package catchment.compiler.eval;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is said of a number that is added to a date, or taken from one: the same for a date that is known and for one per patient. */
public final class NumberBesideDate {
    /** A number up to this may be years, months or days. */
    private static final int MOST_YEARS = 120;

    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private NumberBesideDate() {}

    /**
     * The finding.
     *
     * @param number the number; a value per patient has no literal, and gets no fix
     * @param span where it stands
     * @param text how it is written
     */
    public static Diagnostic of(EvaluatedValue number, Span span, String text) {
        Diagnostic found =
                Diagnostic.error(EvalCode.DATE_PLUS_NUMBER, span, "`" + text + "` what? A date needs a unit of time beside it");
        if (number instanceof FloatValue) {
            return found.hint("whole units: `days(n)`, `weeks(n)`, `months(n)` or `years(n)`");
        }
        found = found.hint("write `days(" + text + ")`, `weeks(" + text + ")`, `months(" + text + ")` or `years(" + text + ")`");
        return number instanceof IntegerValue whole && Math.abs(whole.value()) > MOST_YEARS
                ? found.fix(span, "days(" + text + ")")
                : found;
    }

    /** The finding where one of two values that are known is a date, or a text that reads as one, and the other is a number. */
    static Optional<Diagnostic> between(String symbol, EvaluatedValue left, EvaluatedValue right, Operation syntax, Session session) {
        if (isDate(left) && isNumber(right) && (symbol.equals("+") || symbol.equals("-"))) {
            Span span = syntax.right().span();
            return Optional.of(of(right, span, session.sourceText(span)));
        }
        return isNumber(left) && isDate(right) && symbol.equals("+")
                ? Optional.of(of(left, syntax.left(), session.sourceText(syntax.left())))
                : Optional.empty();
    }

    private static boolean isDate(EvaluatedValue value) {
        return value instanceof DateValue || value instanceof TextValue text && DATE.matcher(text.value()).matches();
    }

    private static boolean isNumber(EvaluatedValue value) {
        return value instanceof IntegerValue || value instanceof FloatValue;
    }
}
