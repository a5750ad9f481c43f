package catchment.runtime;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.diagnostic.DiagnosticCode;
import catchment.grammar.source.Span;

/** A run that cannot go on, for a reason that is told to the user: the database, the output, an interruption. */
@SuppressWarnings("serial")
public final class RunException extends Exception {
    private final Diagnostic diagnostic;

    /** Ends the run with this. */
    public RunException(Diagnostic diagnostic) {
        super(diagnostic.message());
        this.diagnostic = diagnostic;
    }

    /** Ends the run with an error that has no place. */
    public RunException(DiagnosticCode code, String message) {
        this(Diagnostic.error(code, Span.NONE, message));
    }

    /** What to tell. */
    public Diagnostic diagnostic() {
        return diagnostic;
    }
}
