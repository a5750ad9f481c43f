package catchment.runner.report;

/** How diagnostics are shown. */
public enum Format {
    /** For a person, as they are found. */
    TEXT,
    /** For a program: one array on one line, the last on standard error, always. */
    JSON
}
