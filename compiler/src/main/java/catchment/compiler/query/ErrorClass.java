package catchment.compiler.query;

import catchment.compiler.eval.Behaviour;
import catchment.grammar.source.Span;

/** {@code Error}: can be imported; nothing here is caught, so it has no use. */
record ErrorClass() implements Behaviour {
    @Override
    public Span origin() {
        return Span.NONE;
    }

    @Override
    public String kind() {
        return "the class Error";
    }
}
