package catchment.compiler.eval;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;

/**
 * What an evaluation may use up: steps, and elements of the values that it makes. Every program ends because this does, within about a second and some 256 MB
 * for each megabyte that is read.
 *
 * <p>The largest known study takes 20,000 steps and makes 60,000 elements.
 */
final class Budget {
    private static final long STEPS = 1_500_000;
    private static final long ELEMENTS = 3_000_000;
    /** So many elements that are only looked at cost what a step does. */
    private static final long SCANNED_IN_A_STEP = 4;

    private final Session session;
    private long mostSteps = STEPS;
    private long mostElements = ELEMENTS;
    private long steps;
    private long scanned;
    private long elements;

    Budget(Session session) {
        this.session = session;
    }

    /** A text of so many characters is read: what is in it may be gone through and kept. */
    void read(long characters) {
        mostSteps += characters;
        mostElements += characters;
    }

    /** One statement, expression or turn of a loop more. */
    void step() {
        steps(1);
    }

    /** So many elements or characters are looked at. */
    void scan(long count) {
        scanned += count;
        steps(scanned / SCANNED_IN_A_STEP);
        scanned %= SCANNED_IN_A_STEP;
    }

    /** Work that costs what so many steps do. */
    void steps(long count) {
        steps += count;
        if (steps > mostSteps) {
            end(EvalCode.TOO_MANY_STEPS, "takes more than " + mostSteps + " steps");
        }
    }

    /** So many elements or characters more. */
    void allocate(long count) {
        elements += count;
        if (count < 0 || elements > mostElements) {
            end(EvalCode.TOO_MUCH_MEMORY, "makes more than " + mostElements + " elements and characters");
        }
    }

    private void end(EvalCode code, String what) {
        Span loop = session.innermostLoop();
        boolean inLoop = !loop.equals(Span.NONE);
        Span span = inLoop ? loop : session.currentStatement();
        session.report(Diagnostic.error(
                        code, span, (inLoop ? "this loop " : "this statement ") + what + ", counted with all before it")
                .hint("loops run while the definition is read, once for each element: loop over fewer, or use a frame's own methods, which work on every row"));
        throw new EvaluationLimit();
    }
}
