package catchment.compiler.eval;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.diagnostic.Fix;
import catchment.grammar.diagnostic.Severity;
import catchment.grammar.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What has been found so far: nothing twice, nothing in library code, and no more than helps anybody. */
final class Findings {
    private static final int MOST_NOTES = 1_000;
    private static final int MOST_ERRORS = 200;
    /** The same may be found so often again, by a loop that goes on; each time costs what finding it costs. */
    private static final int MOST_REPETITIONS = 2_000;

    private record Place(String code, Span span) {}

    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final Set<Place> places = new HashSet<>();
    private int notes;
    private int errors;
    private int repetitions;
    private int count;
    private int muted;

    /**
     * Adds a finding.
     *
     * <p>Ends the evaluation after the last that is kept.
     *
     * @param shown from a place in library code to the one that people are shown
     */
    void add(Diagnostic diagnostic, UnaryOperator<Span> shown) {
        count++;
        if (muted > 0) {
            return;
        }
        Span span = shown.apply(diagnostic.span());
        if (diagnostic.severity() == Severity.NOTE) {
            if (notes++ < MOST_NOTES) {
                diagnostics.add(diagnostic);
            }
            return;
        }
        if (!places.add(new Place(diagnostic.code().id(), span))) {
            if (++repetitions > MOST_REPETITIONS && errors > 0) {
                throw new EvaluationLimit();
            }
            return;
        }
        keep(diagnostic, span, shown);
        if (diagnostic.isError() && ++errors == MOST_ERRORS) {
            diagnostics.add(Diagnostic.note(
                    EvalCode.TOO_MANY_MISTAKES, span, "these are " + MOST_ERRORS + " mistakes: the definition was read no further"));
            throw new EvaluationLimit();
        }
    }

    private void keep(Diagnostic diagnostic, Span span, UnaryOperator<Span> shown) {
        if (span.equals(diagnostic.span())) {
            diagnostics.add(diagnostic);
            return;
        }
        List<Fix> fixes = diagnostic.fixes().stream()
                .filter(fix -> shown.apply(fix.span()).equals(fix.span()))
                .toList();
        diagnostics.add(new Diagnostic(
                diagnostic.code(), diagnostic.severity(), span, diagnostic.message(), diagnostic.hints(), fixes));
    }

    /** In order of finding. */
    List<Diagnostic> all() {
        return List.copyOf(diagnostics);
    }

    /** From here on, until {@link #unmute}, findings are counted and not kept: something is only tried. */
    void mute() {
        muted++;
    }

    void unmute() {
        muted--;
    }

    /** How often anything was found, repetitions included. */
    int count() {
        return count;
    }
}
