package catchment.compiler.query;

import catchment.compiler.eval.Behaviour;
import catchment.compiler.eval.BooleanValue;
import catchment.compiler.eval.Context;
import catchment.compiler.eval.EvaluatedValue;
import catchment.compiler.eval.Operation;
import catchment.compiler.eval.StaticKey;
import catchment.compiler.eval.TextValue;
import catchment.compiler.model.Type;
import catchment.grammar.source.Span;
import catchment.grammar.syntax.ComparisonOperator;
import catchment.grammar.syntax.Expression;
import java.util.List;
import java.util.Optional;

/**
 * One code of a coding system: {@code ICD10Code("J45")}.
 *
 * @param type the system
 * @param text the code
 */
record CodeValue(Type type, String text, Span origin) implements Behaviour {
    @Override
    public String kind() {
        return Words.a(type);
    }

    @Override
    public Optional<EvaluatedValue> attribute(Expression.Attribute syntax, Context context) {
        if (syntax.name().equals("value")) {
            return Optional.of(new TextValue(text, syntax.span()));
        }
        return Catalogue.member(this, syntax.name()).map(entry -> Members.take(entry, this, syntax, context));
    }

    @Override
    public List<String> attributeNames() {
        return List.of("value");
    }

    @Override
    public Optional<EvaluatedValue> compare(
            ComparisonOperator operator, EvaluatedValue other, boolean reflected, Operation syntax, Context context) {
        boolean equal = other instanceof CodeValue code && code.type == type && code.text.equals(text);
        return switch (operator) {
            case EQUAL -> other instanceof SeriesValue ? Optional.empty() : Optional.of(new BooleanValue(equal, syntax.span()));
            case NOT_EQUAL -> other instanceof SeriesValue ? Optional.empty() : Optional.of(new BooleanValue(!equal, syntax.span()));
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, IN, NOT_IN, IS, IS_NOT -> Optional.empty();
        };
    }

    @Override
    public Optional<String> text(Span syntax, Context context) {
        return Optional.of(text);
    }

    @Override
    public Optional<StaticKey> key(Span syntax, Context context) {
        return Optional.of(new StaticKey(List.of(type, text)));
    }
}
