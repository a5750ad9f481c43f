package catchment.compiler.query;

import catchment.grammar.diagnostic.DiagnosticCode;
import catchment.grammar.diagnostic.ExitCode;

/**
 * What can be wrong with frames, series, datasets, measures, durations, codelists and tables. What is as wrong with any other value, such as an argument that a
 * function has not, stands in {@link catchment.compiler.eval.EvalCode}.
 */
public enum QueryCode implements DiagnosticCode {
    // Python habits
    /** {@code and}, {@code or}, {@code not} on columns. */
    WORD_OPERATOR,
    /** {@code 18 <= age < 80} on columns. */
    CHAINED_COMPARISON,
    /** {@code &} or {@code |} next to a comparison without parentheses. */
    OPERATOR_PRECEDENCE,
    /** {@code if}, {@code x if y else z}, {@code assert} on a value that differs per patient. */
    CONDITION_PER_PATIENT,
    /** {@code x in […]} on a column. */
    IN_ON_SERIES,
    /** {@code len(…)} and the like on rows. */
    BUILTIN_ON_FRAME,
    /** {@code max(…)}, {@code abs(…)} and the like on columns. */
    BUILTIN_ON_SERIES,
    /** A column in an f-string. */
    SERIES_IN_F_STRING,
    /** {@code == None}. */
    COMPARE_WITH_NONE,
    /** A method without its parentheses. */
    METHOD_NOT_CALLED,
    /** A column as a key of a dict or a member of a set. */
    SERIES_AS_KEY,
    /** A loop over rows or values that are not known yet. */
    LOOP_OVER_ROWS,
    /** {@code events["date"]}. */
    SUBSCRIPT_ON_ROWS,

    // One row or many
    /** One value per row where one per patient is needed. */
    MANY_ROWS,
    /** A row where one of its columns is needed. */
    ROW_NOT_VALUE,
    /** A table where true or false is needed. */
    FRAME_AS_CONDITION,
    /** First or last of rows without an order. */
    PICK_WITHOUT_SORT,
    /** Rows of two tables, or of two filters, side by side. */
    ROWS_OF_TWO_TABLES,
    /** A filter or sort by a column of other rows. */
    FILTER_OF_OTHER_TABLE,
    /** A filter, a sort or a table's method after a row was picked. */
    WHERE_AFTER_PICK,
    /** A filter, a sort or a pick on a value. */
    WHERE_ON_VALUE,
    /** An aggregation of what is one value already. */
    ALREADY_ONE_VALUE,
    /** A method of columns called on the table. */
    COLUMN_MISSING_BEFORE_METHOD,
    /** A sort by one value per patient. */
    SORT_BY_PATIENT_VALUE,

    // Types and codes
    /** A value of another type than is needed. */
    TYPE_MISMATCH,
    /** An operator that a type has not. */
    OPERATOR_NOT_FOR_TYPE,
    /** A code written as a number. */
    CODE_AS_NUMBER,
    /** A single value where a list is needed. */
    IS_IN_NEEDS_LIST,
    /** Codes of another coding system than the column's. */
    CODE_SYSTEM,
    /** A code that is not written as its system writes it. */
    CODE_FORMAT,
    /** A code that a spreadsheet has turned into a number. */
    CODE_DAMAGED_BY_SPREADSHEET,
    /** A whole-value test on a column of several codes. */
    MULTI_CODE_COLUMN,
    /** A list without the value that is needed. */
    LIST_EMPTY,
    /** A mapping without categories, or none at all. */
    MAPPING_NEEDED,
    /** A text that no database can hold. */
    TEXT_NOT_STORABLE,

    // Names
    /** A column, or method, that the table has not. */
    UNKNOWN_COLUMN,
    /** A method that values of a type have not. */
    UNKNOWN_METHOD,
    /** A variable that was not set. */
    UNKNOWN_VARIABLE,
    /** A column named as text. */
    COLUMN_AS_TEXT,
    /** A name that has a meaning of its own. */
    RESERVED_NAME,
    /** A name that cannot be a column of an output. */
    VARIABLE_NAME,
    /** A variable that was set before. */
    VARIABLE_SET_TWICE,
    /** A name of an earlier version. */
    RENAMED_METHOD,
    /** An argument's earlier name. */
    RENAMED_ARGUMENT,
    /** More arguments than the function takes, or one twice. */
    SURPLUS_ARGUMENT,
    /** An attribute of a table that cannot be set. */
    NOT_SETTABLE,

    // Population and variables
    /** No population. */
    POPULATION_MISSING,
    /** A population that is not true or false. */
    POPULATION_NOT_BOOLEAN,
    /** A population that holds for patients without any record. */
    POPULATION_OPEN_ENDED,
    /** A second population. */
    POPULATION_TWICE,
    /** A variable that is no series. */
    VARIABLE_NEEDS_SERIES,
    /** A module variable {@code dataset} or {@code measures} of another kind. */
    OUTPUT_KIND,
    /** The file defines nothing. */
    NOTHING_DEFINED,

    // Measures
    /** {@code months(12)} as intervals. */
    INTERVAL_WITHOUT_DATE,
    /** Intervals that are no list of pairs of dates, or reversed. */
    INTERVAL_FORM,
    /** A numerator or denominator that cannot be counted. */
    MEASURE_VALUE_TYPE,
    /** A part of a measure that is not given anywhere. */
    MEASURE_INCOMPLETE,
    /** A measure's name that was used before. */
    MEASURE_SET_TWICE,
    /** Defaults given twice. */
    DEFAULTS_TWICE,
    /** A {@code group_by} that is no dict of names. */
    GROUP_BY_FORM,
    /** One group name for two expressions. */
    GROUP_NAME_CLASH,
    /** {@code INTERVAL} in a dataset. */
    INTERVAL_OUTSIDE_MEASURES,

    // Codelists
    /** A codelist's file that is not there or cannot be read. */
    CODELIST_FILE,
    /** A codelist's column that is not there. */
    CODELIST_COLUMN,

    // Parameters
    /** A parameter that was not given a type. */
    PARAMETER_IS_TEXT,

    // Permissions
    /** A permission that is not claimed or held. */
    PERMISSION_MISSING(ExitCode.PERMISSION),

    // Dates and durations
    /** A day that no calendar has. */
    DATE_IMPOSSIBLE,
    /** A date that is not written YYYY-MM-DD. */
    DATE_FORMAT,
    /** A difference of two dates without a unit. */
    DIFFERENCE_NEEDS_UNIT,
    /** A difference of two dates next to a duration. */
    DIFFERENCE_AGAINST_DURATION,
    /** A part of a unit. */
    DURATION_FRACTION,
    /** Durations compared, multiplied or mixed. */
    DURATION_ORDER,
    /** A duration where something else is needed, or something else where a duration is needed. */
    DURATION_NEEDED,

    // case and when
    /** Branches of different types. */
    CASE_TYPES_MIXED,
    /** {@code when(…).then(…)} without {@code otherwise}. */
    WHEN_INCOMPLETE,
    /** {@code when(…)} without {@code then}. */
    WHEN_WITHOUT_THEN,
    /** No branch, or no value in any. */
    CASE_EMPTY,
    /** The same condition twice. */
    CASE_REPEATED,
    /** Something that is no branch. */
    CASE_BRANCH,

    // Tables
    /** A table's class that is not one. */
    TABLE_DECLARATION,
    /** A column's declaration that has no meaning. */
    COLUMN_DECLARATION,
    /** A row of an inline table that does not fit its columns. */
    INLINE_ROW,
    /** What a table is to be read from is no file of the study. */
    TABLE_FILE(ExitCode.DATA_FILE);

    private final ExitCode exitCode;

    QueryCode() {
        this(ExitCode.DEFINITION);
    }

    QueryCode(ExitCode exitCode) {
        this.exitCode = exitCode;
    }

    @Override
    public ExitCode exitCode() {
        return exitCode;
    }
}
