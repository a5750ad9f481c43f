package catchment.compiler.eval;

import catchment.grammar.syntax.Statement;
import java.util.List;
import java.util.Optional;

/** Runs {@code for} loops, over what is already there. */
final class Loops {
    private final Session session;

    Loops(Session session) {
        this.session = session;
    }

    Flow run(Statement.For loop) {
        session.frame().statement(loop.iterable().span());
        EvaluatedValue iterable = session.expressions().evaluate(loop.iterable());
        Optional<List<EvaluatedValue>> elements =
                Iteration.elements(iterable, loop.iterable().span(), session);
        if (elements.isEmpty()) {
            session.statements().skipped(AssignedNames.of(List.of(loop)));
            return Flow.NEXT;
        }
        session.frame().loops().push(loop.keyword());
        try {
            for (EvaluatedValue element : elements.get()) {
                session.budget().step();
                session.targets().assign(loop.target(), element, loop.target().span());
                Flow flow = session.statements().run(loop.body());
                if (flow == Flow.BREAK) {
                    return Flow.NEXT;
                }
                if (flow == Flow.STOP || flow instanceof Flow.Return) {
                    return flow;
                }
            }
        } finally {
            session.frame().loops().pop();
        }
        return session.statements().run(loop.orElse());
    }
}
