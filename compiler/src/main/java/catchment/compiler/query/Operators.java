package catchment.compiler.query;

import catchment.compiler.eval.Arguments;
import catchment.compiler.eval.Arguments.Given;
import catchment.compiler.eval.Context;
import catchment.compiler.eval.EvaluatedValue;
import catchment.compiler.eval.NoneValue;
import catchment.compiler.eval.Operation;
import catchment.compiler.eval.Poison;
import catchment.compiler.model.Type;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import catchment.grammar.syntax.BinaryOperator;
import catchment.grammar.syntax.ComparisonOperator;
import catchment.grammar.syntax.Expression;
import catchment.grammar.syntax.UnaryOperator;
import java.util.List;
import java.util.Optional;

/** Operators on series: finds their entry in the catalogue, or says why there is none. */
final class Operators {
    private Operators() {}

    /** {@code is} and {@code is not} ask for the same object, which is asked of a series only where it was not meant. */
    static boolean comparesIdentity(ComparisonOperator operator) {
        return operator == ComparisonOperator.IS || operator == ComparisonOperator.IS_NOT;
    }

    static EvaluatedValue binary(
            SeriesValue series, BinaryOperator operator, EvaluatedValue other, boolean reflected, Operation syntax, Context context) {
        if (other instanceof Poison) {
            return new Poison(syntax.span());
        }
        Site site = Site.operator(syntax, reflected);
        if (operator == BinaryOperator.AND || operator == BinaryOperator.OR) {
            Optional<Diagnostic> slip = isCondition(series) && isCondition(other)
                    ? Optional.empty()
                    : Precedence.slip(operator, syntax, context);
            if (slip.isPresent()) {
                return context.refuse(slip.get());
            }
        }
        Optional<Entry> entry = Catalogue.operator(operator.symbol(), series);
        if (entry.isEmpty()) {
            return context.refuse(OperatorMisses.none(series, operator.symbol(), other, site, context));
        }
        return run(entry.get(), series, other, reflected, site, context);
    }

    /** False for what is surely no condition, so that a slip of parentheses is likely. */
    private static boolean isCondition(EvaluatedValue value) {
        return switch (value) {
            case SeriesValue series -> series.type() == Type.BOOL;
            case FrameValue _, BoundOperation _, WhenValue _, ThenValue _, NoneValue _ -> true;
            case catchment.compiler.eval.BooleanValue _, catchment.compiler.eval.Collection _ -> true;
            default -> false;
        };
    }

    static Optional<EvaluatedValue> compare(
            SeriesValue series, ComparisonOperator operator, EvaluatedValue other, boolean reflected, Operation syntax, Context context) {
        if (comparesIdentity(operator)) {
            return other instanceof NoneValue
                    ? Optional.of(context.refuse(OperatorMisses.identityWithNone(operator, syntax, context)))
                    : Optional.empty();
        }
        if (other instanceof Poison) {
            return Optional.of(new Poison(syntax.span()));
        }
        if (operator == ComparisonOperator.IN || operator == ComparisonOperator.NOT_IN) {
            return Optional.of(context.refuse(Habits.in(series, operator, other, reflected, syntax, context)));
        }
        Site site = Site.operator(syntax, reflected);
        if (other instanceof NoneValue && context.accident(other).isEmpty()) {
            return Optional.of(context.refuse(OperatorMisses.withNone(operator, site, syntax, context)));
        }
        if (other instanceof DurationValue && series.type() == Type.DATE) {
            return Optional.of(context.refuse(DurationMisses.besideDate(series, other, site, context)));
        }
        boolean equality = operator == ComparisonOperator.EQUAL || operator == ComparisonOperator.NOT_EQUAL;
        if (equality && other instanceof catchment.compiler.eval.Collection && context.accident(other).isEmpty()) {
            return Optional.of(context.refuse(OperatorMisses.withList(operator, other, site, syntax, context)));
        }
        ComparisonOperator asked = reflected ? flipped(operator) : operator;
        Optional<Entry> entry = Catalogue.operator(asked.symbol(), series);
        if (entry.isEmpty()) {
            return Optional.of(context.refuse(OperatorMisses.none(series, operator.symbol(), other, site, context)));
        }
        return Optional.of(run(entry.get(), series, other, reflected, site, context));
    }

    private static ComparisonOperator flipped(ComparisonOperator operator) {
        return switch (operator) {
            case LESS -> ComparisonOperator.GREATER;
            case LESS_OR_EQUAL -> ComparisonOperator.GREATER_OR_EQUAL;
            case GREATER -> ComparisonOperator.LESS;
            case GREATER_OR_EQUAL -> ComparisonOperator.LESS_OR_EQUAL;
            case EQUAL, NOT_EQUAL, IN, NOT_IN, IS, IS_NOT -> operator;
        };
    }

    static EvaluatedValue unary(SeriesValue series, UnaryOperator operator, Expression.Unary syntax, Context context) {
        String symbol = operator == UnaryOperator.NEGATE ? "unary -" : operator == UnaryOperator.PLUS ? "unary +" : "~";
        Site site = Site.unary(syntax);
        Optional<Entry> entry = Catalogue.operator(symbol, series);
        if (entry.isEmpty()) {
            return context.refuse(OperatorMisses.unary(series, operator, syntax, context));
        }
        Arguments none = new Arguments(List.of(), List.of(), site.arguments());
        return Call.run(entry.get(), series, false, none, site, context);
    }

    static EvaluatedValue run(
            Entry entry, EvaluatedValue receiver, EvaluatedValue other, boolean reflected, Site site, Context context) {
        Span span = site.arguments();
        Given given = new Given(Optional.empty(), span, other, span);
        return Call.run(entry, receiver, reflected, new Arguments(List.of(given), List.of(), span), site, context);
    }
}
