package catchment.compiler.eval;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.syntax.Expression;
import java.util.Optional;

/** Explains a mistake by a name that once meant something imported and has been set to something else since. */
final class Shadowing {
    private Shadowing() {}

    /** The finding with the explanation. Empty if the expression is no such name. */
    static Optional<Diagnostic> explain(Expression expression, Diagnostic finding, Session session) {
        if (!(expression instanceof Expression.Name name)) {
            return Optional.empty();
        }
        return session.scope().find(name.name()).flatMap(binding -> binding.shadowed()
                .map(imported -> finding.hint("`" + name.name() + "` was imported on line "
                        + imported.start().line() + ", and set to something else on line "
                        + binding.where().start().line() + ": give that another name")));
    }
}
