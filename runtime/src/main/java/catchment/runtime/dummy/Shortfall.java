package catchment.runtime.dummy;

import catchment.compiler.model.Series;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Why there are fewer patients than were asked for, or none for a purpose: the condition that cannot be met, or is the hardest to meet. */
final class Shortfall {
    /** After so many it is worth saying that a denominator has nobody. */
    private static final int ENOUGH_FAILURES = 8;

    private final Study study;
    private final PatientMaker maker;
    private final List<CohortMaking> cohorts;
    private final long made;
    private final boolean timedOut;

    Shortfall(Study study, PatientMaker maker, List<CohortMaking> cohorts, long made, boolean timedOut) {
        this.study = study;
        this.maker = maker;
        this.cohorts = cohorts;
        this.made = made;
        this.timedOut = timedOut;
    }

    /** A condition of a cohort. */
    private record Blamed(int cohort, int condition) {}

    /** The messages; none if there are as many patients as were asked for and nobody had to be left out. */
    List<Diagnostic> diagnostics() {
        if (made < study.request().size()) {
            return List.of(made == 0 ? nobody() : tooFew());
        }
        return cohorts.stream()
                .filter(cohort -> cohort.made() == 0 && failures(cohort) >= ENOUGH_FAILURES)
                .map(this::blamed)
                .map(blamed -> Diagnostic.warning(DummyDataCode.DUMMY_PATIENTS_TOO_FEW, span(blamed), noneMeets(blamed, "denominator")).hint(reason()))
                .distinct()
                .toList();
    }

    private Diagnostic nobody() {
        Blamed blamed = blamed(cohorts.getFirst());
        String rest = study.request().cohorts().get(blamed.cohort()).intervals().isEmpty() ? "population" : "denominator";
        return Diagnostic.error(
                        DummyDataCode.DUMMY_POPULATION_IMPOSSIBLE,
                        span(blamed),
                        timedOut ? "no dummy patient was found within " + seconds() + "; this condition is the hardest to meet" : noneMeets(blamed, rest))
                .hint(reason())
                .hint("other tables can be given instead, with `--dummy-tables`");
    }

    private String noneMeets(Blamed blamed, String rest) {
        return maker.canMeet(blamed.cohort(), blamed.condition())
                ? "no dummy patient meets this condition together with the rest of the " + rest
                : "no dummy patient meets this condition";
    }

    private Diagnostic tooFew() {
        CohortMaking worst = cohorts.stream()
                .max(Comparator.comparingInt(Shortfall::failures))
                .orElseThrow();
        String found = made + " of " + study.request().size() + " dummy patients were found";
        return Diagnostic.warning(DummyDataCode.DUMMY_PATIENTS_TOO_FEW, span(blamed(worst)), found + (timedOut
                        ? " within " + seconds() + "; this condition is the hardest to meet"
                        : "; others do not meet this condition"))
                .hint(timedOut ? "`configure_dummy_data(timeout=…)` gives it more time" : reason());
    }

    private static int failures(CohortMaking cohort) {
        return Arrays.stream(cohort.failures()).sum();
    }

    private String seconds() {
        return study.request().timeout().toSeconds() + " seconds";
    }

    private String reason() {
        int known = study.inlinePatients().size();
        return known > 0
                ? "tables that come with the definition know " + known + (known == 1 ? " patient" : " patients")
                : "dummy data keeps to what the tables can hold: dates from 1900 to today, the values and ranges of each column, and up to 200 rows of a table for each patient";
    }

    private Span span(Blamed blamed) {
        Series condition = study.conditions(blamed.cohort()).get(blamed.condition());
        Optional<Span> own = study.request().spans().of(condition);
        return own.or(() -> study.request().spans().of(study.request().cohorts().get(blamed.cohort()).condition())).orElse(Span.NONE);
    }

    /** A condition that cannot be met even alone, else the one that failed most often. */
    private Blamed blamed(CohortMaking cohort) {
        int[] failures = cohort.failures();
        int worst = 0;
        for (int i = 0; i < failures.length; i++) {
            if (failures[i] > 0 && !maker.canMeet(cohort.number(), i)) {
                return new Blamed(cohort.number(), i);
            }
            worst = failures[i] > failures[worst] ? i : worst;
        }
        return new Blamed(cohort.number(), worst);
    }
}
