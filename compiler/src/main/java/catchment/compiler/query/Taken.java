package catchment.compiler.query;

import catchment.compiler.eval.Arguments.Given;
import catchment.compiler.model.Node;
import catchment.compiler.model.Series;
import catchment.grammar.source.Span;

/** What an {@link Expectation} made of an argument. */
sealed interface Taken {
    /** A series. */
    record OfSeries(Series series, Span span) implements Taken {}

    /** A fixed set of values, or the patient's own. */
    record OfSet(Node set) implements Taken {}

    /** {@code None}: no value. */
    record Missing() implements Taken {}

    /** The argument itself; the builder looks at it. */
    record Raw(Given given) implements Taken {}
}
