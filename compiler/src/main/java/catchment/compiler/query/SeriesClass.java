package catchment.compiler.query;

import catchment.compiler.eval.Behaviour;
import catchment.compiler.eval.EvaluatedValue;
import catchment.grammar.source.Span;
import java.util.function.Predicate;

/**
 * A class of values that a definition never makes itself, only asks for: {@code isinstance(x, BoolPatientSeries)}.
 *
 * @param name as it is imported
 * @param test whether a value is of it
 */
record SeriesClass(String name, Predicate<EvaluatedValue> test) implements Behaviour {
    @Override
    public Span origin() {
        return Span.NONE;
    }

    @Override
    public String kind() {
        return "the class " + name;
    }

    @Override
    public boolean isInstance(EvaluatedValue value) {
        return test.test(value);
    }
}
