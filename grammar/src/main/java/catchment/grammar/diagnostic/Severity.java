package catchment.grammar.diagnostic;

/** How bad a finding is. Only an error keeps a definition from being run. */
public enum Severity {
    /** The definition cannot be run. */
    ERROR,
    /** It can be run, and is probably not what was meant. */
    WARNING,
    /** Worth knowing. */
    NOTE
}
