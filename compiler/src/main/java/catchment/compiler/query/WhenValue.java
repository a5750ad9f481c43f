package catchment.compiler.query;

import catchment.compiler.eval.Behaviour;
import catchment.compiler.eval.Context;
import catchment.compiler.eval.EvaluatedValue;
import catchment.compiler.model.Series;
import catchment.grammar.source.Span;
import catchment.grammar.syntax.Expression;
import java.util.List;
import java.util.Optional;

/**
 * {@code when(condition)}: waits for {@code then}.
 *
 * @param condition true or false
 * @param conditionSpan where it stands
 */
record WhenValue(Series condition, Span conditionSpan, Span origin) implements Behaviour {
    @Override
    public String kind() {
        return "a condition without a value";
    }

    @Override
    public Optional<EvaluatedValue> attribute(Expression.Attribute syntax, Context context) {
        return Catalogue.member(this, syntax.name()).map(entry -> Members.take(entry, this, syntax, context));
    }

    @Override
    public List<String> attributeNames() {
        return Catalogue.memberNames(this);
    }
}
