package catchment.runner.command;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;

/** What is wrong with options that can each be read, but not so together, or not here. */
final class Faults {
    private Faults() {}

    static Diagnostic backend(String name) {
        return Diagnostic.error(CommandCode.BACKEND_UNKNOWN, Span.NONE, "there is no backend `" + name + "`")
                .hint("leave `--backend` and OPENSAFELY_BACKEND out: tables are then read under their own names");
    }

    /** Two places where the data could come from. */
    static Diagnostic twoSources(String used, String unused) {
        return Diagnostic.warning(CommandCode.TWO_SOURCES, Span.NONE, "`" + unused + "` is not used, as the data comes from `" + used + "`")
                .hint("leave one of them out");
    }
}
