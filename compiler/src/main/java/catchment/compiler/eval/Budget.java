package catchment.compiler.eval;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;

/** What an evaluation may use up: steps, and elements of the values that it makes. Every program ends because this does. */
final class Budget {
    private static final long MOST_STEPS = 10_000_000;
    private static final long MOST_ELEMENTS = 20_000_000;

    private final Session session;
    private long steps;
    private long elements;

    Budget(Session session) {
        this.session = session;
    }

    /** One statement, expression or turn of a loop more. */
    void step() {
        if (++steps > MOST_STEPS) {
            end(EvalCode.TOO_MANY_STEPS, "takes more than " + MOST_STEPS + " steps");
        }
    }

    /** So many elements or characters more. */
    void allocate(long count) {
        elements += count;
        if (count < 0 || elements > MOST_ELEMENTS) {
            end(EvalCode.TOO_MUCH_MEMORY, "makes more than " + MOST_ELEMENTS + " elements and characters");
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
