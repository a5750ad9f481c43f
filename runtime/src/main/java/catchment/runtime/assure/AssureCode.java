package catchment.runtime.assure;

import catchment.grammar.diagnostic.DiagnosticCode;
import catchment.grammar.diagnostic.ExitCode;

/** What can be wrong with test patients, or with what a definition makes of them. */
public enum AssureCode implements DiagnosticCode {
    /** A patient does not come out as expected. */
    EXPECTATION_FAILED(ExitCode.ASSURANCE),
    /** A row or an expectation names a column that is not there. */
    TEST_DATA_COLUMN(ExitCode.ASSURANCE),
    /** Test data that is no patients, rows and expectations. */
    TEST_DATA_FORM(ExitCode.DEFINITION),
    /** There is no test data, or nothing to test with it. */
    TEST_DATA_MISSING(ExitCode.DEFINITION),
    /** A patient says nothing of a table that the dataset uses. */
    TEST_DATA_TABLE(ExitCode.DEFINITION),
    /** A value that the column never has in real data. */
    TEST_DATA_VALUE(ExitCode.ASSURANCE),
    /** A part of the test data that tests nothing. */
    TEST_DATA_UNUSED(ExitCode.OK);

    private final ExitCode exitCode;

    AssureCode(ExitCode exitCode) {
        this.exitCode = exitCode;
    }

    @Override
    public ExitCode exitCode() {
        return exitCode;
    }
}
