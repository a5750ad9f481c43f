package catchment.runtime.dummy;

import catchment.compiler.model.Series;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;

/** Why there are fewer patients than were asked for: the condition that cannot be met, or is the hardest to meet. */
final class Shortfall {
    private final Study study;
    private final PatientMaker maker;
    private final long made;
    private final boolean timedOut;

    Shortfall(Study study, PatientMaker maker, long made, boolean timedOut) {
        this.study = study;
        this.maker = maker;
        this.made = made;
        this.timedOut = timedOut;
    }

    /**
     * The message.
     *
     * @param failures how often each condition could not be met
     */
    Diagnostic diagnostic(int[] failures) {
        int blamed = blamed(failures);
        Series condition = study.conditions().get(blamed);
        Span span = study.request().spans().of(condition).or(() -> study.request().spans().of(study.request().population())).orElse(Span.NONE);
        String found = made + " of " + study.request().size() + " dummy patients were found";
        if (made > 0) {
            return Diagnostic.warning(DummyDataCode.DUMMY_PATIENTS_TOO_FEW, span, found + (timedOut
                            ? " within " + study.request().timeout().toSeconds() + " seconds; this condition is the hardest to meet"
                            : "; others do not meet this condition"))
                    .hint(timedOut ? "`configure_dummy_data(timeout=…)` gives it more time" : reason());
        }
        String message = timedOut
                ? "no dummy patient was found within " + study.request().timeout().toSeconds() + " seconds; this condition is the hardest to meet"
                : maker.canMeet(blamed) ? "no dummy patient meets this condition together with the rest of the population" : "no dummy patient meets this condition";
        return Diagnostic.error(DummyDataCode.DUMMY_POPULATION_IMPOSSIBLE, span, message)
                .hint(reason())
                .hint("other tables can be given instead, with `--dummy-tables`");
    }

    private String reason() {
        int known = study.inlinePatients().size();
        return known > 0
                ? "tables that come with the definition know " + known + (known == 1 ? " patient" : " patients")
                : "dummy data keeps to what the tables can hold: dates from 1900 to today, the values and ranges of each column";
    }

    /** A condition that cannot be met even alone, else the one that failed most often. */
    private int blamed(int[] failures) {
        int worst = 0;
        for (int i = 0; i < failures.length; i++) {
            if (failures[i] > 0 && !maker.canMeet(i)) {
                return i;
            }
            worst = failures[i] > failures[worst] ? i : worst;
        }
        return worst;
    }
}
