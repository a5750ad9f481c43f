package catchment.compiler.eval;

import catchment.grammar.diagnostic.Diagnostic;
import java.util.function.Supplier;

/** How deep in a value its parts are gone through: lists within lists. */
final class Nesting {
    private static final int DEEPEST = 200;

    private final Session session;
    private int depth;

    Nesting(Session session) {
        this.session = session;
    }

    /** Goes one level deeper, and back. Ends evaluation where that is too deep. */
    <T> T within(Supplier<T> work) {
        if (depth == DEEPEST) {
            session.report(Diagnostic.error(
                            EvalCode.TOO_DEEP, session.currentStatement(), "a value here is nested more than " + DEEPEST + " levels deep, or holds itself")
                    .hint("keep the parts under names of their own; a list or dict that was put into itself has no end"));
            throw new EvaluationLimit();
        }
        depth++;
        try {
            return work.get();
        } finally {
            depth--;
        }
    }
}
