package catchment.grammar.parse;

import catchment.grammar.diagnostic.DiagnosticCode;
import catchment.grammar.diagnostic.ExitCode;

/** What can be wrong with a text before anything of it is evaluated. */
public enum SyntaxCode implements DiagnosticCode {
    /** {@code f(a=1, a=2)}, or a parameter named twice. */
    ARGUMENT_REPEATED,
    /** {@code f(a=1, 2)}, or a parameter without a default after one with. */
    ARGUMENT_ORDER,
    /** {@code =} where {@code ==} is meant. */
    ASSIGN_IN_EXPRESSION,
    /** {@code f(x) = 1}: what stands left of {@code =} cannot be set. */
    ASSIGN_TARGET,
    /** Nothing is indented below a line that ends with a colon. */
    BLOCK_MISSING,
    /** {@code (a]}. */
    BRACKET_MISMATCH,
    /** A closing bracket without an opening one. */
    BRACKET_STRAY,
    /** {@code b"…"}. */
    BYTES,
    /** A character that means nothing here. */
    CHARACTER_UNKNOWN,
    /** {@code if x} without {@code :}. */
    COLON_MISSING,
    /** Two values of a list or a call without a comma between them, or two commas. */
    COMMA_MISSING,
    /** {@code // why}. */
    COMMENT_FORM,
    /** {@code 2j}. */
    COMPLEX_NUMBER,
    /** {@code 2024-03-31} without quotes. */
    DATE_UNQUOTED,
    /** {@code else if}. */
    ELSE_IF,
    /** {@code else} or {@code elif} that belongs to nothing. */
    ELSE_WITHOUT_IF,
    /** {@code "\x"}. */
    ESCAPE,
    /** {@code f"{x"}, {@code f"}"}, {@code f"{}"}. */
    FORMAT_BRACE,
    /** {@code import a from b} and its like. */
    IMPORT_FORM,
    /** A line that fits no level of indentation above it. */
    INDENT_MISMATCH,
    /** Tabs and spaces that only look alike. */
    INDENT_TABS_AND_SPACES,
    /** A line that is indented for no reason. */
    INDENT_UNEXPECTED,
    /** {@code for x list:}. */
    IN_MISSING,
    /** {@code class = 1}. */
    KEYWORD_AS_NAME,
    /** {@code esle:}, {@code retrun x}. */
    KEYWORD_MISSPELT,
    /** An expression that goes on on the next line without anything to say so. */
    LINE_CONTINUATION,
    /** {@code dataset.age-group = …}, {@code 2nd = …}. */
    NAME_CHARACTER,
    /** Python that this language has not. */
    NOT_IN_LANGUAGE,
    /** {@code 007}, {@code 1,000.5.2}. */
    NUMBER_FORMAT,
    /** {@code &&}, {@code <>}, {@code !x}. */
    OPERATOR_FOREIGN,
    /** Two values side by side. */
    OPERATOR_MISSING,
    /** An opening bracket without a closing one. */
    PAREN_NEVER_CLOSED,
    /** {@code def f:}. */
    PAREN_MISSING,
    /** A quote within a text that ends it too early. */
    QUOTE_IN_STRING,
    /** {@code print x}. */
    PRINT_STATEMENT,
    /** {@code return} outside a function, {@code break} outside a loop. */
    STATEMENT_MISPLACED,
    /** Typographic quotes. */
    SMART_QUOTE,
    /** {@code ast dx = …}. */
    SPACE_IN_NAME,
    /** A string without its closing quote. */
    STRING_NEVER_CLOSED,
    /** Deeper than the limit. */
    TOO_DEEPLY_NESTED,
    /** More words than the limit in one file. */
    TOO_MANY_WORDS,
    /** A dash, space or sign that looks like one of the language's and is not. */
    TYPOGRAPHIC_CHARACTER,
    /** Something that fits nowhere; the general case. */
    UNEXPECTED_TEXT,
    /** A value is expected and there is none. */
    VALUE_MISSING;

    @Override
    public ExitCode exitCode() {
        return ExitCode.DEFINITION;
    }
}
