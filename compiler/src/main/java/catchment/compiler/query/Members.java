package catchment.compiler.query;

import catchment.compiler.eval.Arguments;
import catchment.compiler.eval.Context;
import catchment.compiler.eval.EvaluatedValue;
import catchment.grammar.syntax.Expression;
import java.util.List;

/** What naming a member of a value gives: a property's value, or a method that waits for its call. */
final class Members {
    private Members() {}

    static EvaluatedValue take(Entry entry, EvaluatedValue receiver, Expression.Attribute syntax, Context context) {
        return switch (entry.form()) {
            case PROPERTY ->
                    Call.run(
                            entry,
                            receiver,
                            false,
                            new Arguments(List.of(), List.of(), syntax.nameSpan().after()),
                            Site.property(syntax),
                            context);
            case METHOD, FUNCTION, OPERATOR -> new BoundOperation(entry, receiver, syntax);
        };
    }
}
