package catchment.runner.command;

import catchment.grammar.diagnostic.DiagnosticCode;
import catchment.grammar.diagnostic.ExitCode;

/** What can be wrong with a command, apart from the definition that it is given. */
enum CommandCode implements DiagnosticCode {
    /** Something is missing that the command cannot do without. */
    ARGUMENT_MISSING(ExitCode.USAGE),
    /** One argument too many. */
    ARGUMENT_UNEXPECTED(ExitCode.USAGE),
    /** There is no backend of that name. */
    BACKEND_UNKNOWN(ExitCode.USAGE),
    /** What no dummy patient shows of the definition. */
    COVERAGE_MISSED(ExitCode.OK),
    /** There is no such command. */
    COMMAND_UNKNOWN(ExitCode.USAGE),
    /** A definition's file must end in .ehrql or .py. */
    DEFINITION_SUFFIX(ExitCode.USAGE),
    /** The definition's file is not there. */
    DEFINITION_NOT_FOUND(ExitCode.USAGE),
    /** What draws pictures of graphs has failed. */
    GRAPHVIZ_FAILED(ExitCode.OUTPUT),
    /** What draws pictures of graphs is not installed. */
    GRAPHVIZ_MISSING(ExitCode.OUTPUT),
    /** A fault of Catchment's own. */
    INTERNAL_FAULT(ExitCode.INTERNAL),
    /** A definition was not kept from something that it must not do. */
    ISOLATION_BROKEN(ExitCode.INTERNAL),
    /** A file is not in the one layout. */
    LAYOUT_DIFFERS(ExitCode.DEFINITION),
    /** A file that is to be laid out is no text. */
    LAYOUT_UNREADABLE(ExitCode.DEFINITION),
    /** The same option twice. */
    OPTION_TWICE(ExitCode.USAGE),
    /** There is no such option. */
    OPTION_UNKNOWN(ExitCode.USAGE),
    /** An output that would take the place of a file that the command reads, or of another output. */
    OUTPUT_TAKEN(ExitCode.USAGE),
    /** A value that the option cannot take. */
    ARGUMENT_VALUE(ExitCode.USAGE),
    /** No table has a row of the patient who is asked for. */
    PATIENT_UNKNOWN(ExitCode.USAGE),
    /** What the project holds is not said in a way that can be read. */
    PERMISSIONS_UNREADABLE(ExitCode.USAGE),
    /** What a definition shows is shown by another command. */
    SHOW_IGNORED(ExitCode.OK),
    /** Numbers of real records are wanted as they are. */
    ROUNDING_REQUIRED(ExitCode.USAGE),
    /** The command counts patients, and is given what has none. */
    TABLES_NEEDED(ExitCode.USAGE),
    /** Two places where the data could come from; one is used. */
    TWO_SOURCES(ExitCode.USAGE);

    private final ExitCode exitCode;

    CommandCode(ExitCode exitCode) {
        this.exitCode = exitCode;
    }

    @Override
    public ExitCode exitCode() {
        return exitCode;
    }
}
