package catchment.compiler.query;

import catchment.compiler.eval.Arguments;
import catchment.compiler.eval.Behaviour;
import catchment.compiler.eval.Context;
import catchment.compiler.eval.EvaluatedValue;
import catchment.grammar.source.Span;
import catchment.grammar.syntax.Expression;
import java.util.Optional;

/**
 * {@code Dataset} or {@code Measures}: the same as {@code create_dataset} and {@code create_measures} when called.
 *
 * @param dataset true for {@code Dataset}
 */
record OutputClass(boolean dataset) implements Behaviour {
    @Override
    public Span origin() {
        return Span.NONE;
    }

    @Override
    public String kind() {
        return "the class " + (dataset ? "Dataset" : "Measures");
    }

    @Override
    public Optional<EvaluatedValue> call(Expression.Call syntax, Arguments arguments, Context context) {
        Entry entry = Catalogue.function(dataset ? "create_dataset" : "create_measures");
        return new LibraryFunction(entry).call(syntax, arguments, context);
    }

    @Override
    public boolean isInstance(EvaluatedValue value) {
        return dataset ? value instanceof DatasetValue : value instanceof MeasuresValue;
    }
}
