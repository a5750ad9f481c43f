package catchment.compiler.query;

import catchment.compiler.eval.Behaviour;
import catchment.compiler.eval.Context;
import catchment.compiler.eval.EvaluatedValue;
import catchment.compiler.eval.IntegerValue;
import catchment.compiler.eval.Operation;
import catchment.compiler.eval.StaticKey;
import catchment.grammar.source.Span;
import catchment.grammar.syntax.BinaryOperator;
import catchment.grammar.syntax.ComparisonOperator;
import catchment.grammar.syntax.Expression;
import catchment.grammar.syntax.UnaryOperator;
import java.util.List;
import java.util.Optional;

/**
 * A stretch of time: {@code days(90)}.
 *
 * @param unit of time
 * @param amount how many: an {@link IntegerValue}, or a {@link SeriesValue} of whole numbers
 */
record DurationValue(Unit unit, EvaluatedValue amount, Span origin) implements Behaviour {
    /** Units of time. */
    enum Unit {
        DAYS,
        WEEKS,
        MONTHS,
        YEARS;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    @Override
    public String kind() {
        return "a duration";
    }

    /** The number of units, where it is known now. */
    Optional<Long> literal() {
        return amount instanceof IntegerValue number ? Optional.of(number.value()) : Optional.empty();
    }

    @Override
    public Optional<EvaluatedValue> attribute(Expression.Attribute syntax, Context context) {
        Optional<Entry> entry = Catalogue.member(this, syntax.name());
        if (entry.isPresent()) {
            return entry.map(found -> Members.take(found, this, syntax, context));
        }
        return syntax.name().equals("value") ? Optional.of(amount) : Optional.empty();
    }

    @Override
    public List<String> attributeNames() {
        return Catalogue.memberNames(this);
    }

    @Override
    public Optional<EvaluatedValue> binary(
            BinaryOperator operator, EvaluatedValue other, boolean reflected, Operation syntax, Context context) {
        return DurationArithmetic.binary(this, operator, other, reflected, syntax, context);
    }

    @Override
    public Optional<EvaluatedValue> compare(
            ComparisonOperator operator, EvaluatedValue other, boolean reflected, Operation syntax, Context context) {
        return DurationArithmetic.compare(this, operator, other, reflected, syntax, context);
    }

    @Override
    public Optional<EvaluatedValue> unary(UnaryOperator operator, Expression.Unary syntax, Context context) {
        return switch (operator) {
            case NEGATE -> Optional.of(DurationArithmetic.negated(this, syntax.span(), context));
            case PLUS -> Optional.of(this);
            case INVERT -> Optional.empty();
        };
    }

    @Override
    public Optional<List<EvaluatedValue>> iterate(Span syntax, Context context) {
        context.report(MeasureMisses.durationAsIntervals(this, syntax, context));
        return Optional.empty();
    }

    @Override
    public Optional<StaticKey> key(Span syntax, Context context) {
        return literal().map(number -> new StaticKey(List.of(unit, number)));
    }
}
