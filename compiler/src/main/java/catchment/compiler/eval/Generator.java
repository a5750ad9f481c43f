package catchment.compiler.eval;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.syntax.Expression;
import java.util.Optional;
import java.util.Set;

/** A comprehension in parentheses: its elements are evaluated when they are taken, with the names as they are by then. */
final class Generator extends Walk {
    private final Session session;
    private final Expression.Comprehension comprehension;
    private final Turns turns;
    private final Scope scope;
    private final ModuleValue module;
    private final Set<FunctionValue> madeIn;
    private boolean running;

    /**
     * @param scope the comprehension's own
     */
    Generator(Expression.Comprehension comprehension, Turns turns, Scope scope, Session session) {
        this.session = session;
        this.comprehension = comprehension;
        this.turns = turns;
        this.scope = scope;
        this.module = session.frame().module();
        this.madeIn = session.calls().running();
    }

    @Override
    Optional<EvaluatedValue> next() {
        if (running) {
            session.report(Diagnostic.error(EvalCode.RECURSION, comprehension.span(), "this generator goes through itself, and would never end")
                    .hint("make a list of it, with `[` and `]`"));
            return fail();
        }
        session.calls().checkDepth(comprehension.span());
        session.budget().step();
        Frame frame = Frame.resumed(module, madeIn, scope, comprehension.span());
        frame.loops().push(comprehension.span());
        session.frames().push(frame);
        running = true;
        try {
            if (!turns.next()) {
                return turns.failed() ? fail() : Optional.empty();
            }
            session.budget().allocate(1);
            return Optional.of(session.expressions().evaluate(comprehension.element()));
        } finally {
            running = false;
            session.frames().pop();
        }
    }
}
