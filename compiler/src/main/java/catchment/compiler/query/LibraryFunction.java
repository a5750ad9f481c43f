package catchment.compiler.query;

import catchment.compiler.eval.Arguments;
import catchment.compiler.eval.Behaviour;
import catchment.compiler.eval.Context;
import catchment.compiler.eval.EvaluatedValue;
import catchment.grammar.source.Span;
import catchment.grammar.syntax.Expression;
import java.util.Optional;

/**
 * A function that can be imported: {@code case}, {@code days}, {@code create_dataset}.
 *
 * @param entry what it does
 */
record LibraryFunction(Entry entry) implements Behaviour {
    @Override
    public Span origin() {
        return Span.NONE;
    }

    @Override
    public String kind() {
        return "the function " + entry.name();
    }

    @Override
    public Optional<EvaluatedValue> call(Expression.Call call, Arguments arguments, Context context) {
        return Optional.of(Call.run(entry, new NoReceiver(), false, arguments, Site.function(call, arguments), context));
    }

    /** Stands for the receiver of a function, which has none. */
    private record NoReceiver() implements Behaviour {
        @Override
        public Span origin() {
            return Span.NONE;
        }

        @Override
        public String kind() {
            return "nothing";
        }
    }
}
