package catchment.compiler.query;

import catchment.compiler.eval.Behaviour;
import catchment.compiler.eval.EvaluatedValue;
import catchment.grammar.source.Span;

/**
 * {@code PatientFrame} or {@code EventFrame}: what a table's class is based on.
 *
 * @param events true for many rows per patient
 */
record FrameBase(boolean events) implements Behaviour {
    @Override
    public Span origin() {
        return Span.NONE;
    }

    @Override
    public String kind() {
        return "the class " + (events ? "EventFrame" : "PatientFrame");
    }

    @Override
    public boolean isInstance(EvaluatedValue value) {
        return value instanceof FrameValue frame && frame.manyRows() == events;
    }
}
