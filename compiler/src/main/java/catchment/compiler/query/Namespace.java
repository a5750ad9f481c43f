package catchment.compiler.query;

import catchment.compiler.eval.Behaviour;
import catchment.compiler.eval.Context;
import catchment.compiler.eval.EvaluatedValue;
import catchment.grammar.source.Span;
import catchment.grammar.syntax.Expression;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Names under one name, such as the constraints under {@code Constraint}.
 *
 * @param name what they stand under
 */
record Namespace(String name, Map<String, EvaluatedValue> members) implements Behaviour {
    @Override
    public Span origin() {
        return Span.NONE;
    }

    @Override
    public String kind() {
        return "the names under " + name;
    }

    @Override
    public Optional<EvaluatedValue> attribute(Expression.Attribute syntax, Context context) {
        return Optional.ofNullable(members.get(syntax.name()));
    }

    @Override
    public List<String> attributeNames() {
        return List.copyOf(members.keySet());
    }
}
