package catchment.grammar.diagnostic;

/** How a command ends. The number is what the shell sees, on every command alike. */
public enum ExitCode {
    /** Done; warnings alone too. */
    OK(0),
    /** A fault of Catchment itself. */
    INTERNAL(1),
    /** The command line: an option, a path, a combination that has no meaning. */
    USAGE(2),
    /** The connection to the database was lost, or another fault that may pass. */
    CONNECTION(3),
    /** The database is in maintenance. */
    MAINTENANCE(4),
    /** Any other error of the database. */
    DATABASE(5),
    /** The query is too complex for the database. */
    TOO_COMPLEX(6),
    /** The definition, its codelists and its parameters. */
    DEFINITION(10),
    /** A data file: dummy data, dummy tables, a table read from a file. */
    DATA_FILE(11),
    /** A permission is missing. */
    PERMISSION(12),
    /** Test patients did not get what was expected. */
    ASSURANCE(13),
    /** Too slow, or timed out. */
    TIMEOUT(14),
    /** The output cannot be written. */
    OUTPUT(15),
    /** Interrupted from the keyboard. */
    INTERRUPTED(130),
    /** Ended by another program. */
    TERMINATED(143);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    /** What the shell sees. */
    public int number() {
        return number;
    }
}
