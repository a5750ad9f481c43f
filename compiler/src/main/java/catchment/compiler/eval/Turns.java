package catchment.compiler.eval;

import catchment.grammar.syntax.Clause;
import catchment.grammar.syntax.Expression;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The turns of a comprehension: each binds the names of all its {@code for} clauses, and is one that their conditions want. */
final class Turns {
    private final Session session;
    private final Expression.Comprehension comprehension;
    private final Deque<Walk> open = new ArrayDeque<>();
    private boolean failed;

    /** Evaluates what the first clause goes through; the rest when it is wanted. */
    Turns(Expression.Comprehension comprehension, Session session) {
        this.session = session;
        this.comprehension = comprehension;
        open(0);
    }

    /** True if a mistake, which has been reported, leaves it unknown what turns there are. */
    boolean failed() {
        return failed;
    }

    /** Goes on to the next turn. False if there is none. */
    boolean next() {
        while (!open.isEmpty()) {
            Walk walk = open.element();
            Optional<EvaluatedValue> element = walk.next();
            if (element.isEmpty()) {
                failed |= walk.failed();
                open.pop();
            } else if (isWanted(element.get())) {
                if (open.size() == comprehension.clauses().size()) {
                    return true;
                }
                open(open.size());
            }
        }
        return false;
    }

    private void open(int clause) {
        Expression iterable = comprehension.clauses().get(clause).iterable();
        Optional<Walk> walk = Iteration.walk(session.expressions().evaluate(iterable), iterable.span(), session);
        walk.ifPresent(open::push);
        failed |= walk.isEmpty();
    }

    private boolean isWanted(EvaluatedValue element) {
        Clause clause = comprehension.clauses().get(open.size() - 1);
        session.budget().step();
        session.targets().assign(clause.target(), element, clause.target().span());
        for (Expression condition : clause.conditions()) {
            TruthUse use = new TruthUse(TruthUse.Kind.COMPREHENSION_CONDITION, condition, condition, condition.span());
            Optional<Boolean> truth = session.operators().truth(session.expressions().evaluate(condition), use);
            if (truth.isEmpty()) {
                // The same would be said of every element.
                failed = true;
                open.pop();
                return false;
            }
            if (!truth.get()) {
                return false;
            }
        }
        return true;
    }
}
