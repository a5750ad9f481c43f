package catchment.compiler.lint;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.diagnostic.DiagnosticCode;
import catchment.grammar.diagnostic.ExitCode;
import catchment.grammar.source.Span;

/** What is legal and probably not what was meant: warnings, and a note where published definitions are full of it. */
public enum LintCode implements DiagnosticCode {
    // Conditions
    /** A window of dates that ends before it begins. */
    BETWEEN_REVERSED,
    /** Conditions that exclude each other. */
    CONDITION_NEVER_TRUE,
    /** A comparison with a value that the column never has. */
    VALUE_NOT_IN_COLUMN,
    /** A comparison with an empty text where a missing value is meant. */
    COMPARED_WITH_EMPTY_TEXT,
    /** The same operand twice. */
    SAME_ARGUMENT_TWICE,
    /** The number of rows where only their existence counts. */
    COUNT_FOR_EXISTS,

    // Missing values
    /** {@code is_not_null} asked of a comparison. */
    IS_NOT_NULL_OF_CONDITION,
    /** A missing value asked of something that is never missing. */
    NULL_TEST_NEVER_NULL,
    /** A population that leaves out patients whose date is missing because nothing has happened. */
    NULL_DROPS_PATIENTS,
    /** {@code !=} on a value that may be missing. */
    NOT_EQUAL_AND_NULL,
    /** A first row by a column whose missing values come first. */
    SORT_NULLS_FIRST,

    // case
    /** Two bands that share values. */
    BANDS_OVERLAP,
    /** A branch whose values all belong to branches before it. */
    BRANCH_UNREACHABLE,

    // Dates
    /** A date no record can have. */
    DATE_IMPLAUSIBLE,
    /** Months added to a day that not every month has. */
    MONTH_ARITHMETIC,
    /** A number of days that is almost a year or a month. */
    DAYS_NEAR_A_UNIT,
    /** Registered at some time, where a date is meant. */
    EXISTS_WITHOUT_DATE,
    /** A variable of the past that counts the future. */
    NO_UPPER_DATE,
    /** The latest registration or address, whenever it was. */
    LATEST_NOT_AT_DATE,

    // Measures
    /** A numerator that is the same in every interval. */
    MEASURE_IGNORES_INTERVAL,
    /** A numerator that counts everything after the interval too. */
    INTERVAL_OPEN_ENDED,
    /** A date that lies in none of the measure's intervals. */
    DATE_IN_NO_INTERVAL,

    // Codelists
    /** A choice from a codelist that chooses nothing. */
    CODELIST_FILTER_EMPTY,
    /** A codelist without a code. */
    CODELIST_EMPTY,
    /** A codelist of another coding system than the column's. */
    CODELIST_OF_OTHER_COLUMN,
    /** A code that is never written so in the column's records. */
    CODE_NEVER_MATCHES,

    // Rows
    /** Rows counted under a name that speaks of days. */
    ROWS_NOT_DAYS,
    /** A row picked among several that the sort leaves equal. */
    PICK_NOT_UNIQUE,

    // Names
    /** A value that is computed and used nowhere. */
    NEVER_USED,
    /** A codelist that is read and used nowhere. */
    CODELIST_UNUSED;

    /** Never an error's: a lint does not end a command. */
    @Override
    public ExitCode exitCode() {
        return ExitCode.OK;
    }

    /** A warning of this kind. */
    Diagnostic at(Span span, String message) {
        return Diagnostic.warning(this, span, message);
    }
}
