package catchment.compiler.backend;

import catchment.grammar.diagnostic.DiagnosticCode;
import catchment.grammar.diagnostic.ExitCode;

/** What can be wrong with a backend, and between it and a definition. */
public enum BackendCode implements DiagnosticCode {
    /** The text that describes a backend does not say what it must. */
    BACKEND_DECLARATION(ExitCode.USAGE),
    /** A definition uses a table or a column that the backend does not have. */
    BACKEND_TABLE_MISSING(ExitCode.DEFINITION);

    private final ExitCode exitCode;

    BackendCode(ExitCode exitCode) {
        this.exitCode = exitCode;
    }

    @Override
    public ExitCode exitCode() {
        return exitCode;
    }
}
