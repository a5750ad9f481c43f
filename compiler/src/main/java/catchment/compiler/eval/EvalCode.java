package catchment.compiler.eval;

import catchment.grammar.diagnostic.DiagnosticCode;
import catchment.grammar.diagnostic.ExitCode;

/** What can be wrong with a definition as a program: names, modules, calls, static values, limits. */
public enum EvalCode implements DiagnosticCode {
    /** An argument is of a kind that the function cannot work with. */
    ARGUMENT_KIND,
    /** One parameter is given twice. */
    ARGUMENT_TWICE,
    /** An {@code assert} does not hold. */
    ASSERTION_FAILED,
    /** Two files could be meant by one import. */
    AMBIGUOUS_MODULE,
    /** A column is named without its table. */
    BARE_COLUMN,
    /** A method of a static value is named and not called. */
    CALL_MISSING,
    /** A dict or a set gains or loses elements in the loop that goes through it. */
    CHANGED_WHILE_LOOPED_OVER,
    /** Two texts side by side, which are read as one, where a comma was meant. */
    COMMA_MISSING_BETWEEN_TEXTS,
    /** A class that is no table. */
    CLASS_WITHOUT_TABLE,
    /** A function has a decorator. */
    DECORATOR_ON_FUNCTION,
    /** The file defines no dataset, or no measures, and the command needs one. */
    DEFINITION_MISSING,
    /** The definition ends itself. */
    DEFINITION_EXITS,
    /** A day that is in no calendar, or a text that is no date. */
    DATE_NOT_REAL,
    /** A number next to a date. */
    DATE_PLUS_NUMBER,
    /** Division by zero between static numbers. */
    DIVISION_BY_ZERO,
    /** A member to remove or to find is not there. */
    ELEMENT_MISSING,
    /** A file that is read is not there. */
    FILE_MISSING,
    /** A file that is read may not or cannot be read. */
    FILE_NOT_READABLE,
    /** A format after the colon in an f-string has no meaning. */
    FORMAT_SPECIFICATION,
    /** The result of a function is used, but it gives none. */
    FUNCTION_WITHOUT_RETURN,
    /** A module imports itself by way of others. */
    IMPORT_CYCLE,
    /** A position beyond the end. */
    INDEX_OUT_OF_RANGE,
    /** A file that should hold JSON does not. */
    JSON_FORMAT,
    /** A key that a dict has not. */
    KEY_MISSING,
    /** A list taken away from a list. */
    LIST_MINUS,
    /** A parameter of a function without its argument. */
    MISSING_ARGUMENT,
    /** A name of the library that is used and not imported. */
    MISSING_IMPORT,
    /** A module that definitions cannot use. */
    MODULE_NOT_ALLOWED,
    /** A module that has another name now. */
    MOVED_MODULE,
    /** A name that is used above the line that defines it. */
    NAME_DEFINED_BELOW,
    /** A name that only a branch defines that was not taken. */
    NAME_IN_OTHER_BRANCH,
    /** A module has no such name. */
    NAME_NOT_IN_MODULE,
    /** Something that can never be changed is changed. */
    NOT_ASSIGNABLE,
    /** A function of Python that definitions cannot use. */
    NOT_AVAILABLE,
    /** Something is called that is no function. */
    NOT_CALLABLE,
    /** Something is used as a key that can change. */
    NOT_A_KEY,
    /** Something is gone through that has no elements. */
    NOT_ITERABLE,
    /** Something is indexed that has no elements. */
    NOT_SUBSCRIPTABLE,
    /** A text that should be a number is none. */
    NUMBER_TEXT,
    /** A whole number beyond 64 bits. */
    NUMBER_TOO_LARGE,
    /** An operator between values that it cannot join. */
    OPERANDS,
    /** A value that the command line must give. */
    PARAMETER_MISSING,
    /** A value of the command line that is not of its type. */
    PARAMETER_VALUE,
    /** What a definition prints. */
    PRINTED(ExitCode.OK),
    /** The definition raises an error. */
    RAISED,
    /** A function that calls itself. */
    RECURSION,
    /** A table of an earlier version. */
    RENAMED_TABLE,
    /** A table that another schema has. */
    TABLE_NOT_IN_SCHEMA,
    /** Calls or expressions nested too deep. */
    TOO_DEEP,
    /** An argument more than the function takes. */
    TOO_MANY_ARGUMENTS,
    /** More mistakes than anybody reads at once; the rest of the definition was not looked at. */
    TOO_MANY_MISTAKES,
    /** More work than any definition needs. */
    TOO_MANY_STEPS,
    /** More memory than any definition needs. */
    TOO_MUCH_MEMORY,
    /** A comma that makes a tuple by accident. */
    TRAILING_COMMA,
    /** A keyword argument that the function has not. */
    UNKNOWN_ARGUMENT,
    /** An attribute or method that the value has not. */
    UNKNOWN_ATTRIBUTE,
    /** A module that is not there. */
    UNKNOWN_MODULE,
    /** A name that is not defined. */
    UNKNOWN_NAME,
    /** The number of values does not fit the number of names. */
    UNPACK_COUNT;

    private final ExitCode exitCode;

    EvalCode() {
        this(ExitCode.DEFINITION);
    }

    EvalCode(ExitCode exitCode) {
        this.exitCode = exitCode;
    }

    @Override
    public ExitCode exitCode() {
        return exitCode;
    }
}
