package catchment.runner.command;

import catchment.compiler.definition.Shown;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import java.util.List;

/** What is wrong with options that can each be read, but not so together, or not here. */
final class Faults {
    private Faults() {}

    /** A backend that is neither installed nor a file. */
    static Diagnostic backend(String name, List<String> installed, List<String> near) {
        Diagnostic unknown = Diagnostic.error(CommandCode.BACKEND_UNKNOWN, Span.NONE, "there is no backend `" + name + "`");
        return unknown.hint(near.isEmpty() ? "the backends are `" + String.join("`, `", installed) + "`; one in a file is named by its path, which ends in `.ehrql`" : "did you mean `" + near.getFirst() + "`?")
                .hint("leave `--backend` and OPENSAFELY_BACKEND out: tables are then read under their own names");
    }

    /** Two places where the data could come from. */
    static Diagnostic twoSources(String used, String unused) {
        return Diagnostic.warning(CommandCode.TWO_SOURCES, Span.NONE, "`" + unused + "` is not used, as the data comes from `" + used + "`")
                .hint("leave one of them out");
    }

    /** Calls of {@code show} where nothing is shown. */
    static Diagnostic notShown(List<Shown> shown, String definition) {
        String what = shown.size() == 1 ? "this is not shown here" : "this and " + (shown.size() - 1) + " more are not shown here";
        return Diagnostic.note(CommandCode.SHOW_IGNORED, shown.getFirst().place(), what).hint("`catchment debug " + definition + "` shows what `show(…)` names");
    }
}
