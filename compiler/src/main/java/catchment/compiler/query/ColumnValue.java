package catchment.compiler.query;

import catchment.compiler.eval.Behaviour;
import catchment.compiler.model.Constraint;
import catchment.compiler.model.Type;
import catchment.grammar.source.Span;
import java.util.List;

/**
 * A column's declaration: {@code Series(int, constraints=[…])}.
 *
 * @param constraints what holds of real data
 * @param dummyDataConstraints what dummy data should look like besides
 */
record ColumnValue(Type type, List<Constraint> constraints, List<Constraint> dummyDataConstraints, Span origin)
        implements Behaviour {
    @Override
    public String kind() {
        return "a column's declaration";
    }
}
