package catchment.grammar.diagnostic;

import java.util.Locale;

/**
 * A kind of finding. Each module lists its own in an enum that implements this; a constant {@code UNKNOWN_COLUMN} is shown as {@code unknown-column} and has
 * a page of that name.
 */
public interface DiagnosticCode {
    /** The constant's name. */
    String name();

    /** How a command ends that met an error of this kind. */
    ExitCode exitCode();

    /** The code as people see it: lower case, words joined by {@code -}. */
    default String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
