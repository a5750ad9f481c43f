package catchment.compiler.query;

import catchment.compiler.eval.Behaviour;
import catchment.compiler.eval.Context;
import catchment.compiler.eval.EvaluatedValue;
import catchment.compiler.eval.Operation;
import catchment.compiler.model.Series;
import catchment.grammar.source.Span;
import catchment.grammar.syntax.BinaryOperator;
import catchment.grammar.syntax.ComparisonOperator;
import catchment.grammar.syntax.Expression;
import java.util.List;
import java.util.Optional;

/**
 * {@code when(condition).then(value)}: a branch of a {@code case}, or waits for {@code otherwise}.
 *
 * @param condition true or false
 * @param conditionSpan where it stands
 * @param value a series, a literal or {@code None}
 * @param valueSpan where it stands
 */
record ThenValue(Series condition, Span conditionSpan, EvaluatedValue value, Span valueSpan, Span origin) implements Behaviour {
    @Override
    public String kind() {
        return "a when(…).then(…) without otherwise";
    }

    @Override
    public Optional<EvaluatedValue> attribute(Expression.Attribute syntax, Context context) {
        Optional<Entry> entry = Catalogue.member(this, syntax.name());
        if (entry.isPresent()) {
            return entry.map(found -> Members.take(found, this, syntax, context));
        }
        return syntax.name().startsWith("__")
                ? Optional.empty()
                : Optional.of(context.refuse(CaseMisses.unknown(this, syntax, context)));
    }

    @Override
    public List<String> attributeNames() {
        return Catalogue.memberNames(this);
    }

    @Override
    public Optional<EvaluatedValue> binary(
            BinaryOperator operator, EvaluatedValue other, boolean reflected, Operation syntax, Context context) {
        Span span = reflected ? syntax.right().span() : syntax.left();
        return Optional.of(context.refuse(CaseMisses.incomplete(this, span, context)));
    }

    @Override
    public Optional<EvaluatedValue> compare(
            ComparisonOperator operator, EvaluatedValue other, boolean reflected, Operation syntax, Context context) {
        Span span = reflected ? syntax.right().span() : syntax.left();
        return Operators.comparesIdentity(operator)
                ? Optional.empty()
                : Optional.of(context.refuse(CaseMisses.incomplete(this, span, context)));
    }
}
