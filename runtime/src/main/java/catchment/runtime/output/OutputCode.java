package catchment.runtime.output;

import catchment.grammar.diagnostic.DiagnosticCode;
import catchment.grammar.diagnostic.ExitCode;

/** What may be wrong with an output. */
public enum OutputCode implements DiagnosticCode {
    /** A value that is none of the categories that its column was declared to have. */
    OUTPUT_CATEGORY(ExitCode.OUTPUT),
    /** An output whose name says no format. */
    OUTPUT_FORMAT(ExitCode.USAGE),
    /** Several tables, and one file to put them in. */
    OUTPUT_NEEDS_FOLDER(ExitCode.USAGE),
    /** A number outside the range that its column was declared to have. */
    OUTPUT_RANGE(ExitCode.OUTPUT),
    /** A file that cannot be written: no space, no right, not a file. */
    OUTPUT_UNWRITABLE(ExitCode.OUTPUT);

    private final ExitCode exitCode;

    OutputCode(ExitCode exitCode) {
        this.exitCode = exitCode;
    }

    @Override
    public ExitCode exitCode() {
        return exitCode;
    }
}
