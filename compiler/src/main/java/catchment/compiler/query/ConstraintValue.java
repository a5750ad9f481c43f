package catchment.compiler.query;

import catchment.compiler.eval.Behaviour;
import catchment.compiler.model.Constraint;
import catchment.grammar.source.Span;

/** A constraint of a column: {@code Constraint.NotNull()}. */
record ConstraintValue(Constraint constraint, Span origin) implements Behaviour {
    @Override
    public String kind() {
        return "a constraint";
    }
}
