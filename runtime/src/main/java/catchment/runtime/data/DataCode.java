package catchment.runtime.data;

import catchment.grammar.diagnostic.DiagnosticCode;
import catchment.grammar.diagnostic.ExitCode;

/** What may be wrong with a data file. */
public enum DataCode implements DiagnosticCode {
    /** Neither {@code T} nor {@code F}. */
    DUMMY_BOOLEAN,
    /** Not one of the values that a column may have. */
    DUMMY_CATEGORY,
    /** A character that no text may hold. */
    DUMMY_CHARACTER,
    /** Not a code of the column's coding system, so no codelist will ever hold it. */
    DUMMY_CODE,
    /** Columns that the table does not have. */
    DUMMY_COLUMN_EXTRA,
    /** A column that is needed is not there. */
    DUMMY_COLUMN_MISSING,
    /** A column that is there twice. */
    DUMMY_COLUMN_TWICE,
    /** A value that real data never has. */
    DUMMY_CONSTRAINT,
    /** Not a date as YYYY-MM-DD. */
    DUMMY_DATE,
    /** No content, not even a header. */
    DUMMY_EMPTY,
    /** Text in another encoding than UTF-8. */
    DUMMY_ENCODING,
    /** A file that cannot be read, or is not of the format that its name says. */
    DUMMY_FILE,
    /** A folder that is not there. */
    DUMMY_FOLDER,
    /** A file whose name says no format that can be read. */
    DUMMY_FORMAT,
    /** Not a number of the column's type. */
    DUMMY_NUMBER,
    /** A {@code patient_id} that is missing, is no whole number, or comes twice. */
    DUMMY_PATIENT_ID,
    /** A quote that is never closed. */
    DUMMY_QUOTE,
    /** A row with more or fewer values than the header. */
    DUMMY_ROW_LENGTH,
    /** A CSV file whose values are not separated by commas. */
    DUMMY_SEPARATOR,
    /** No file for a table. */
    DUMMY_TABLE_MISSING,
    /** Two files for a table. */
    DUMMY_TABLE_TWICE,
    /** A column of another type than the table's, in a format that has types. */
    DUMMY_TYPE;

    @Override
    public ExitCode exitCode() {
        return ExitCode.DATA_FILE;
    }
}
