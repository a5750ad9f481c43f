package catchment.compiler.query;

import catchment.compiler.eval.Behaviour;
import catchment.compiler.eval.Context;
import catchment.compiler.eval.EvaluatedValue;
import catchment.compiler.eval.Operation;
import catchment.compiler.eval.Poison;
import catchment.compiler.model.Series;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.diagnostic.NearNames;
import catchment.grammar.source.Span;
import catchment.grammar.syntax.BinaryOperator;
import catchment.grammar.syntax.ComparisonOperator;
import catchment.grammar.syntax.Expression;
import java.util.List;
import java.util.Optional;

/**
 * A date minus a date: has no unit until one is named.
 *
 * @param end from which the other is taken
 * @param start which is taken away
 */
record DateDifferenceValue(Series end, Series start, Span origin) implements Behaviour {
    @Override
    public String kind() {
        return "a difference of two dates";
    }

    @Override
    public Optional<EvaluatedValue> attribute(Expression.Attribute syntax, Context context) {
        Optional<Entry> entry = Catalogue.member(this, syntax.name());
        if (entry.isPresent()) {
            return entry.map(found -> Members.take(found, this, syntax, context));
        }
        if (syntax.name().startsWith("__")) {
            return Optional.empty();
        }
        List<String> near = NearNames.of(syntax.name(), List.of("days", "weeks", "months", "years"));
        if (!near.isEmpty()) {
            return Optional.of(context.refuse(Diagnostic.error(
                            QueryCode.DIFFERENCE_NEEDS_UNIT, syntax.nameSpan(), "a difference of two dates has no " + Words.tick(syntax.name()))
                    .hint("did you mean " + Words.tick(near.getFirst()) + "?")
                    .fix(syntax.nameSpan(), near.getFirst())));
        }
        return Optional.of(context.refuse(needsUnit(context)));
    }

    /** Said where the difference was made: that is where the unit belongs. */
    private Diagnostic needsUnit(Context context) {
        String text = Words.full(origin, context);
        Diagnostic found = Diagnostic.error(QueryCode.DIFFERENCE_NEEDS_UNIT, origin, "the difference of two dates has no unit yet");
        String mended = Source.inParentheses(text) + ".days";
        return found.hint("write " + Words.tick(mended) + " (or `.weeks`, `.months`, `.years`)").fix(origin, mended);
    }

    @Override
    public List<String> attributeNames() {
        return Catalogue.memberNames(this);
    }

    @Override
    public Optional<EvaluatedValue> binary(
            BinaryOperator operator, EvaluatedValue other, boolean reflected, Operation syntax, Context context) {
        return Optional.of(other instanceof Poison ? other : context.refuse(needsUnit(context)));
    }

    @Override
    public Optional<EvaluatedValue> compare(
            ComparisonOperator operator, EvaluatedValue other, boolean reflected, Operation syntax, Context context) {
        if (Operators.comparesIdentity(operator)) {
            return Optional.empty();
        }
        if (other instanceof DurationValue duration) {
            return Optional.of(context.refuse(againstDuration(operator, duration, reflected, syntax, context)));
        }
        return Optional.of(other instanceof Poison ? other : context.refuse(needsUnit(context)));
    }

    /** {@code gap < days(90)}. */
    static Diagnostic againstDuration(
            ComparisonOperator operator, DurationValue duration, boolean durationFirst, Operation syntax, Context context) {
        Span differenceSpan = durationFirst ? syntax.right().span() : syntax.left();
        Expression expression = durationFirst ? syntax.right() : syntax.leftExpression();
        Diagnostic found = Diagnostic.error(
                QueryCode.DIFFERENCE_AGAINST_DURATION,
                syntax.span(),
                "a difference of two dates is compared by its number of " + duration.unit().word());
        if (duration.literal().isEmpty()) {
            return found.hint("name its unit: ." + duration.unit().word());
        }
        String difference = Source.primary(Optional.of(expression), Words.full(differenceSpan, context)) + "." + duration.unit().word();
        String number = Long.toString(duration.literal().get());
        String mended = durationFirst
                ? number + " " + operator.symbol() + " " + difference
                : difference + " " + operator.symbol() + " " + number;
        return found.hint("write " + Words.tick(mended)).fix(syntax.span(), mended);
    }
}
