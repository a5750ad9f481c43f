package catchment.compiler.eval;

import catchment.grammar.syntax.Statement;
import java.util.List;
import java.util.Optional;

/** Runs {@code for} loops, each turn with what is there when it begins. */
final class Loops {
    private final Session session;

    Loops(Session session) {
        this.session = session;
    }

    Flow run(Statement.For loop) {
        session.frame().statement(loop.iterable().span());
        EvaluatedValue iterable = session.expressions().evaluate(loop.iterable());
        Optional<Walk> walk = Iteration.walk(iterable, loop.iterable().span(), session);
        if (walk.isEmpty()) {
            session.statements().skipped(AssignedNames.of(List.of(loop)));
            return Flow.NEXT;
        }
        session.frame().loops().push(loop.keyword());
        try {
            Optional<EvaluatedValue> element = walk.get().next();
            while (element.isPresent()) {
                session.budget().step();
                session.targets().assign(loop.target(), element.get(), loop.target().span());
                Flow flow = session.statements().run(loop.body());
                if (flow == Flow.BREAK) {
                    return Flow.NEXT;
                }
                if (flow == Flow.STOP || flow instanceof Flow.Return) {
                    return flow;
                }
                element = walk.get().next();
            }
            if (walk.get().failed()) {
                session.statements().skipped(AssignedNames.of(List.of(loop)));
                return Flow.NEXT;
            }
        } finally {
            session.frame().loops().pop();
        }
        return session.statements().run(loop.orElse());
    }
}
