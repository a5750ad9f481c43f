package catchment.runtime.dummy;

import catchment.grammar.diagnostic.DiagnosticCode;
import catchment.grammar.diagnostic.ExitCode;

/** What can be said of a request for dummy data. */
public enum DummyDataCode implements DiagnosticCode {
    /** No patient meets the population: a condition contradicts the others, or what the tables can hold. */
    DUMMY_POPULATION_IMPOSSIBLE,
    /** Fewer patients were made than asked for. */
    DUMMY_PATIENTS_TOO_FEW;

    @Override
    public ExitCode exitCode() {
        return ExitCode.DEFINITION;
    }
}
