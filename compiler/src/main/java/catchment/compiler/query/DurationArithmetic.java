package catchment.compiler.query;

import catchment.compiler.eval.BooleanValue;
import catchment.compiler.eval.Context;
import catchment.compiler.eval.DateValue;
import catchment.compiler.eval.EvaluatedValue;
import catchment.compiler.eval.IntegerValue;
import catchment.compiler.eval.Operation;
import catchment.compiler.eval.Poison;
import catchment.compiler.eval.TextValue;
import catchment.compiler.meaning.Dates;
import catchment.compiler.model.Operator;
import catchment.compiler.model.Series;
import catchment.compiler.model.Type;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import catchment.grammar.syntax.BinaryOperator;
import catchment.grammar.syntax.ComparisonOperator;
import java.time.LocalDate;
import java.util.Optional;

/** Durations added to dates and to each other. */
final class DurationArithmetic {
    private DurationArithmetic() {}

    static Optional<EvaluatedValue> binary(
            DurationValue duration, BinaryOperator operator, EvaluatedValue other, boolean reflected, Operation syntax, Context context) {
        if (other instanceof Poison) {
            return Optional.of(new Poison(syntax.span()));
        }
        Span span = syntax.span();
        Span otherSpan = reflected ? syntax.left() : syntax.right().span();
        if (operator != BinaryOperator.ADD && operator != BinaryOperator.SUBTRACT) {
            return Optional.of(context.refuse(otherOperator(duration, operator, other, syntax, context)));
        }
        boolean subtract = operator == BinaryOperator.SUBTRACT;
        if (other instanceof DurationValue second) {
            DurationValue left = reflected ? second : duration;
            DurationValue right = reflected ? duration : second;
            return Optional.of(joined(left, right, subtract, syntax, context));
        }
        boolean date = other instanceof DateValue
                || other instanceof TextValue
                || other instanceof SeriesValue series && series.type() == Type.DATE;
        if (date && subtract && !reflected) {
            return Optional.of(context.refuse(Diagnostic.error(
                            QueryCode.DURATION_NEEDED, span, "a date cannot be taken from a duration")
                    .hint("the other way round: " + Words.tick(Words.source(otherSpan, context) + " - " + Words.source(syntax.left(), context)))));
        }
        if (date) {
            DurationValue moved = subtract ? negated(duration, span, context) : duration;
            return Optional.of(moved(other, otherSpan, moved, span, context));
        }
        if (other instanceof SeriesValue || Literals.own(other).isPresent()) {
            return Optional.of(context.refuse(Diagnostic.error(
                            QueryCode.DURATION_NEEDED,
                            span,
                            Words.tick(Words.source(otherSpan, context)) + " is " + other.kind() + ", and "
                                    + Words.source(reflected ? syntax.right().span() : syntax.left(), context) + " is a duration: they cannot be added")
                    .hint("durations are added to dates, and to durations of the same unit: " + Words.tick(duration.unit().word() + "(n)"))));
        }
        if (other instanceof FrameValue || other instanceof BoundOperation) {
            return Optional.empty();
        }
        return Optional.of(context.refuse(
                Misfits.noValue(other, otherSpan, "a date is needed beside a duration", context)));
    }

    /** A date, static or per patient, moved by a duration. */
    static EvaluatedValue moved(EvaluatedValue date, Span dateSpan, DurationValue duration, Span span, Context context) {
        Optional<Object> fixed = Literals.as(date, Type.DATE);
        if (fixed.isPresent() && duration.literal().isPresent()) {
            return fixedDate((LocalDate) fixed.get(), duration.unit(), duration.literal().get())
                    .<EvaluatedValue>map(moved -> new DateValue(moved, span))
                    .orElseGet(() -> context.refuse(Diagnostic.error(
                            QueryCode.DATE_IMPOSSIBLE, span, "this comes to a date outside the years 1 to 9999")));
        }
        Optional<Series> start = Operands.cast(date, dateSpan, Type.DATE, Asker.beside(() -> Words.source(span, context)), context);
        if (start.isEmpty()) {
            return new Poison(span);
        }
        Taken.OfSeries one = new Taken.OfSeries(start.get(), dateSpan);
        Build build = new Build(context, span);
        Series amount = amount(duration, build);
        if (!Rows.belongTogether(java.util.List.of(one, new Taken.OfSeries(amount, duration.origin())), span, context)) {
            return new Poison(span);
        }
        return build.give(build.apply(
                switch (duration.unit()) {
                    case DAYS, WEEKS -> Operator.DATE_ADD_DAYS;
                    case MONTHS -> Operator.DATE_ADD_MONTHS;
                    case YEARS -> Operator.DATE_ADD_YEARS;
                },
                start.get(),
                amount));
    }

    /** The date so many units later. Empty outside the years 1 to 9999. */
    static Optional<LocalDate> fixedDate(LocalDate date, DurationValue.Unit unit, long amount) {
        return Optional.ofNullable(
                switch (unit) {
                    case DAYS -> Dates.addDays(date, amount);
                    case WEEKS -> Math.abs(amount) > 1_000_000 ? null : Dates.addDays(date, amount * 7);
                    case MONTHS -> Dates.addMonths(date, amount);
                    case YEARS -> Dates.addYears(date, amount);
                });
    }

    /** Days, months or years as a series; weeks as days. */
    private static Series amount(DurationValue duration, Build build) {
        Series number = series(duration, build);
        return duration.unit() == DurationValue.Unit.WEEKS ? build.apply(Operator.MULTIPLY, number, build.number(7)) : number;
    }

    private static Series series(DurationValue duration, Build build) {
        return duration.amount() instanceof SeriesValue series
                ? series.node()
                : build.number(duration.literal().orElseThrow());
    }

    static DurationValue negated(DurationValue duration, Span span, Context context) {
        Build build = new Build(context, span);
        EvaluatedValue amount = duration.literal().isPresent()
                ? new IntegerValue(-duration.literal().get(), span)
                : build.give(build.apply(Operator.NEGATE, series(duration, build)));
        return new DurationValue(duration.unit(), amount, span);
    }

    private static EvaluatedValue joined(
            DurationValue left, DurationValue right, boolean subtract, Operation syntax, Context context) {
        Span span = syntax.span();
        if (left.unit() != right.unit()) {
            return context.refuse(Diagnostic.error(
                            QueryCode.DURATION_ORDER,
                            span,
                            left.unit().word() + " and " + right.unit().word() + " cannot be added up: a month has 28 to 31 days")
                    .hint("add one after the other to a date: date + " + left.unit().word() + "(…) + " + right.unit().word() + "(…)"));
        }
        DurationValue added = subtract ? negated(right, span, context) : right;
        if (left.literal().isPresent() && added.literal().isPresent()) {
            return new DurationValue(left.unit(), new IntegerValue(left.literal().get() + added.literal().get(), span), span);
        }
        Build build = new Build(context, span);
        Series one = series(left, build);
        Series other = series(added, build);
        if (!Rows.belongTogether(
                java.util.List.of(new Taken.OfSeries(one, syntax.left()), new Taken.OfSeries(other, syntax.right().span())), span, context)) {
            return new Poison(span);
        }
        Series sum = left.literal().isPresent() ? build.apply(Operator.ADD, other, one) : build.apply(Operator.ADD, one, other);
        return new DurationValue(left.unit(), build.give(sum), span);
    }

    private static Diagnostic otherOperator(
            DurationValue duration, BinaryOperator operator, EvaluatedValue other, Operation syntax, Context context) {
        Diagnostic found = Diagnostic.error(
                QueryCode.DURATION_ORDER, syntax.span(), Words.tick(operator.symbol()) + " has no meaning for durations");
        boolean number = other instanceof IntegerValue;
        return operator == BinaryOperator.MULTIPLY && number && duration.literal().isPresent()
                ? found.hint("write the product: " + Words.tick(duration.unit().word() + "("
                        + duration.literal().get() * ((IntegerValue) other).value() + ")"))
                : found.hint("do the sum on the number within: " + Words.tick(duration.unit().word() + "(n * 2)"));
    }

    static Optional<EvaluatedValue> compare(
            DurationValue duration, ComparisonOperator operator, EvaluatedValue other, boolean reflected, Operation syntax, Context context) {
        if (Operators.comparesIdentity(operator) || operator == ComparisonOperator.IN || operator == ComparisonOperator.NOT_IN) {
            return Optional.empty();
        }
        if (other instanceof Poison) {
            return Optional.of(new Poison(syntax.span()));
        }
        if (other instanceof DateDifferenceValue) {
            return Optional.of(context.refuse(DateDifferenceValue.againstDuration(operator, duration, !reflected, syntax, context)));
        }
        if (other instanceof SeriesValue) {
            return Optional.empty();
        }
        boolean equality = operator == ComparisonOperator.EQUAL || operator == ComparisonOperator.NOT_EQUAL;
        if (equality) {
            return Optional.of(equal(duration, operator == ComparisonOperator.EQUAL, other, syntax, context));
        }
        return Optional.of(context.refuse(Diagnostic.error(
                        QueryCode.DURATION_ORDER, syntax.span(), "durations have no order: a month has 28 to 31 days")
                .hint("compare plain numbers, or the dates that the durations lead to")));
    }

    private static EvaluatedValue equal(
            DurationValue one, boolean wanted, EvaluatedValue other, Operation syntax, Context context) {
        if (!(other instanceof DurationValue second) || second.unit() != one.unit()) {
            return new BooleanValue(!wanted, syntax.span());
        }
        if (one.literal().isPresent() && second.literal().isPresent()) {
            return new BooleanValue(one.literal().equals(second.literal()) == wanted, syntax.span());
        }
        Build build = new Build(context, syntax.span());
        Series left = series(one, build);
        Series right = series(second, build);
        boolean turned = one.literal().isPresent();
        if (!Rows.belongTogether(
                java.util.List.of(new Taken.OfSeries(left, syntax.left()), new Taken.OfSeries(right, syntax.right().span())),
                syntax.span(),
                context)) {
            return new Poison(syntax.span());
        }
        Series same = turned ? build.apply(Operator.EQ, right, left) : build.apply(Operator.EQ, left, right);
        return build.give(wanted ? same : build.not(same));
    }
}
