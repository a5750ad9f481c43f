package catchment.grammar.diagnostic;

import catchment.grammar.source.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * One finding. Nothing is thrown for a user's mistake: a step returns what it made and a list of these.
 *
 * @param code its kind
 * @param severity how bad it is
 * @param span where; {@link Span#NONE} if nowhere
 * @param message what is wrong, in one line: no "you", "please" or "invalid"
 * @param hints what to write instead, and what else may help; the best first
 * @param fixes changes that mend it, where they are certain enough to be offered
 */
public record Diagnostic(
        DiagnosticCode code, Severity severity, Span span, String message, List<String> hints, List<Fix> fixes) {
    public Diagnostic {
        hints = List.copyOf(hints);
        fixes = List.copyOf(fixes);
    }

    /** An error without hints. */
    public static Diagnostic error(DiagnosticCode code, Span span, String message) {
        return new Diagnostic(code, Severity.ERROR, span, message, List.of(), List.of());
    }

    /** A warning without hints. */
    public static Diagnostic warning(DiagnosticCode code, Span span, String message) {
        return new Diagnostic(code, Severity.WARNING, span, message, List.of(), List.of());
    }

    /** A note without hints. */
    public static Diagnostic note(DiagnosticCode code, Span span, String message) {
        return new Diagnostic(code, Severity.NOTE, span, message, List.of(), List.of());
    }

    /** The same with one more hint. */
    public Diagnostic hint(String hint) {
        List<String> more = new ArrayList<>(hints);
        more.add(hint);
        return new Diagnostic(code, severity, span, message, more, fixes);
    }

    /** The same with one more fix. */
    public Diagnostic fix(Span where, String replacement) {
        List<Fix> more = new ArrayList<>(fixes);
        more.add(new Fix(where, replacement));
        return new Diagnostic(code, severity, span, message, hints, more);
    }

    /** The same with more fixes, after those that it has. */
    public Diagnostic fixes(List<Fix> further) {
        List<Fix> more = new ArrayList<>(fixes);
        more.addAll(further);
        return new Diagnostic(code, severity, span, message, hints, more);
    }

    /** True if this keeps the definition from being run. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
