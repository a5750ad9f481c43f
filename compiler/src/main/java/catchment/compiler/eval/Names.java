package catchment.compiler.eval;

import catchment.grammar.syntax.Expression;
import java.util.Optional;

/** What names mean. */
final class Names {
    private final Session session;

    Names(Session session) {
        this.session = session;
    }

    EvaluatedValue value(Expression.Name name) {
        Optional<Scope.Binding> binding = session.scope().find(name.name());
        if (binding.isPresent()) {
            EvaluatedValue value = binding.get().value();
            return session.isRevealed(value) ? new Poison(name.span()) : value;
        }
        if (session.scope().uncertain()) {
            return new Poison(name.span());
        }
        return session.refuse(new UnknownNames(session).explain(name.name(), name.span()));
    }
}
