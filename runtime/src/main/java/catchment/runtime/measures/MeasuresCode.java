package catchment.runtime.measures;

import catchment.grammar.diagnostic.DiagnosticCode;
import catchment.grammar.diagnostic.ExitCode;

/** Why measures cannot be given out. */
public enum MeasuresCode implements DiagnosticCode {
    /** A numerator below zero, which disclosure control has no rule for. */
    MEASURE_NEGATIVE(ExitCode.DEFINITION),
    /** A sum that does not fit into 64 bits. */
    MEASURE_TOO_LARGE(ExitCode.DEFINITION);

    private final ExitCode exitCode;

    MeasuresCode(ExitCode exitCode) {
        this.exitCode = exitCode;
    }

    @Override
    public ExitCode exitCode() {
        return exitCode;
    }
}
