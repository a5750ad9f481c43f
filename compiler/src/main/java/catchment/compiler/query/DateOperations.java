package catchment.compiler.query;

import static catchment.compiler.query.Entry.method;
import static catchment.compiler.query.Entry.operator;
import static catchment.compiler.query.Entry.parameter;
import static catchment.compiler.query.Entry.property;

import catchment.compiler.eval.Arguments.Given;
import catchment.compiler.eval.BooleanValue;
import catchment.compiler.eval.Collection;
import catchment.compiler.eval.Context;
import catchment.compiler.eval.EvalCode;
import catchment.compiler.eval.EvaluatedValue;
import catchment.compiler.eval.FloatValue;
import catchment.compiler.eval.IntegerValue;
import catchment.compiler.eval.Poison;
import catchment.compiler.model.Operator;
import catchment.compiler.model.Series;
import catchment.compiler.model.Type;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import java.util.List;
import java.util.Optional;

/** What dates have. */
final class DateOperations {
    private static final Receiver DATE = Receiver.series(Type.DATE);
    private static final Receiver DIFFERENCE = Receiver.of(Receiver.Kind.DATE_DIFFERENCE);

    private DateOperations() {}

    static List<Entry> entries() {
        return List.of(
                operator("+")
                        .on(DATE)
                        .takes(parameter("duration", Expect.anything("a duration")))
                        .gives("a date")
                        .says("The date so much later.")
                        .spec("dates/adding")
                        .builds(DateOperations::add),
                operator("-")
                        .on(DATE)
                        .takes(parameter("other", Expect.anything("a date or a duration")))
                        .gives("a difference of two dates, or a date")
                        .says("The difference of two dates, whose unit must be named; or the date a duration earlier.")
                        .spec("dates/differences")
                        .builds(DateOperations::subtract),
                part("year", Operator.YEAR_FROM_DATE, "The year.", "dates/parts"),
                part("month", Operator.MONTH_FROM_DATE, "The month, 1 to 12.", "dates/parts"),
                part("day", Operator.DAY_FROM_DATE, "The day of the month.", "dates/parts"),
                start("to_first_of_year", Operator.TO_FIRST_OF_YEAR, "1 January of the same year.", "dates/parts"),
                start("to_first_of_month", Operator.TO_FIRST_OF_MONTH, "The first day of the same month.", "dates/parts"),
                compared("is_before", Operator.LT, "True where the date comes before `other`.", "dates/comparing"),
                compared("is_on_or_before", Operator.LE, "True where the date comes before `other`, or is the same day.", "dates/comparing"),
                compared("is_after", Operator.GT, "True where the date comes after `other`.", "dates/comparing"),
                compared("is_on_or_after", Operator.GE, "True where the date comes after `other`, or is the same day.", "dates/comparing"),
                method("is_between_but_not_on")
                        .on(DATE)
                        .takes(parameter("start", Expect.SAME), parameter("end", Expect.SAME))
                        .gives("true/false")
                        .says("True where the date lies between `start` and `end`, both left out.")
                        .spec("dates/comparing")
                        .builds(call -> window(call, Operator.GT, Operator.LT, call.series("start"), call.series("end"))),
                method("is_on_or_between")
                        .on(DATE)
                        .takes(parameter("start", Expect.SAME), parameter("end", Expect.SAME))
                        .gives("true/false")
                        .says("True where the date lies between `start` and `end`, both included.")
                        .spec("dates/comparing")
                        .builds(call -> window(call, Operator.GE, Operator.LE, call.series("start"), call.series("end"))),
                method("is_during")
                        .on(DATE)
                        .takes(parameter("interval", Expect.anything("a pair of dates, such as INTERVAL")))
                        .gives("true/false")
                        .says("True where the date lies within the pair of dates `interval`, both included.")
                        .spec("dates/comparing")
                        .builds(DateOperations::during),
                unit("days", Operator.DATE_DIFFERENCE_IN_DAYS, "The difference in days.", "dates/differences"),
                property("weeks")
                        .on(DIFFERENCE)
                        .gives("a whole number")
                        .says("The difference in whole weeks, cut down to the next lower one.")
                        .spec("dates/differences")
                        .builds(call -> {
                            DateDifferenceValue difference = (DateDifferenceValue) call.receiverValue();
                            Series days = call.build().apply(Operator.DATE_DIFFERENCE_IN_DAYS, difference.end(), difference.start());
                            return call.give(Operator.FLOOR_DIVIDE, days, call.build().number(7));
                        }),
                unit("months", Operator.DATE_DIFFERENCE_IN_MONTHS, "The difference in whole months.", "dates/differences"),
                unit("years", Operator.DATE_DIFFERENCE_IN_YEARS, "The difference in whole years, as an age is counted.", "dates/differences"));
    }

    private static Entry part(String name, Operator operator, String says, String spec) {
        return property(name).on(DATE).gives("a whole number").says(says).spec(spec).builds(call -> call.give(operator, call.receiver()));
    }

    private static Entry start(String name, Operator operator, String says, String spec) {
        return method(name).on(DATE).gives("a date").says(says).spec(spec).builds(call -> call.give(operator, call.receiver()));
    }

    private static Entry compared(String name, Operator operator, String says, String spec) {
        return method(name)
                .on(DATE)
                .takes(parameter("other", Expect.SAME))
                .gives("true/false")
                .says(says)
                .spec(spec)
                .builds(call -> call.give(operator, call.receiver(), call.series("other")));
    }

    private static Entry unit(String name, Operator operator, String says, String spec) {
        return property(name).on(DIFFERENCE).gives("a whole number").says(says).spec(spec).builds(call -> {
            DateDifferenceValue difference = (DateDifferenceValue) call.receiverValue();
            return call.give(operator, difference.end(), difference.start());
        });
    }

    private static EvaluatedValue window(Call call, Operator from, Operator to, Series start, Series end) {
        Build build = call.build();
        return call.give(build.and(build.apply(from, call.receiver(), start), build.apply(to, call.receiver(), end)));
    }

    private static EvaluatedValue during(Call call) {
        Given given = call.given("interval").orElseThrow();
        Context context = call.context();
        Optional<List<EvaluatedValue>> pair = switch (given.value()) {
            case Collection.TupleValue tuple -> Optional.of(tuple.elements());
            case Collection.ListValue list -> Optional.of(list.elements());
            case IntervalValue interval -> interval.iterate(given.span(), context);
            default -> Optional.empty();
        };
        if (pair.isEmpty() || pair.get().size() != 2) {
            return call.refuse(noPair(given, call));
        }
        List<Taken.OfSeries> parts = new java.util.ArrayList<>();
        parts.add(new Taken.OfSeries(call.receiver(), call.site().receiver()));
        for (EvaluatedValue bound : pair.get()) {
            if (bound instanceof Poison) {
                return bound;
            }
            Span span = bound.origin().hasFile() && !context.sourceText(bound.origin()).isEmpty() ? bound.origin() : given.span();
            Optional<Series> series = Operands.cast(bound, span, Type.DATE, Asker.of("is_during"), context);
            if (series.isEmpty()) {
                return new Poison(call.site().whole());
            }
            parts.add(new Taken.OfSeries(series.get(), span));
        }
        return Rows.belongTogether(parts, call.site().whole(), context)
                ? window(call, Operator.GE, Operator.LE, parts.get(1).series(), parts.get(2).series())
                : new Poison(call.site().whole());
    }

    private static Diagnostic noPair(Given given, Call call) {
        String text = Words.source(given.span(), call.context());
        Diagnostic found = Diagnostic.error(
                EvalCode.ARGUMENT_KIND, given.span(), "is_during wants a pair of dates, and " + Words.tick(text) + " is " + given.value().kind());
        if (given.value() instanceof DurationValue duration) {
            return found.hint("for one interval: " + Words.tick("is_on_or_between(start, start + " + duration.unit().word() + "(n))"));
        }
        return found.hint("INTERVAL, or (start, end)");
    }

    private static EvaluatedValue add(Call call) {
        Given given = call.given("duration").orElseThrow();
        if (given.value() instanceof DurationValue duration) {
            return DurationArithmetic.moved(call.receiverValue(), call.site().receiver(), duration, call.site().whole(), call.context());
        }
        if (isNumber(given.value())) {
            return call.refuse(DurationMisses.number(given.value(), given.span(), call.context()));
        }
        boolean date = given.value() instanceof SeriesValue series && series.type() == Type.DATE || Literals.as(given.value(), Type.DATE).isPresent();
        if (date) {
            return call.refuse(Diagnostic.error(
                            QueryCode.OPERATOR_NOT_FOR_TYPE, call.site().whole(), "two dates cannot be added")
                    .hint("the time between them: `(later - earlier).days`"));
        }
        return call.refuse(Misfits.noValue(
                given.value(), given.span(), Words.source(call.site().receiver(), call.context()) + " is a date and needs a duration beside it", call.context()));
    }

    private static EvaluatedValue subtract(Call call) {
        Given given = call.given("other").orElseThrow();
        Context context = call.context();
        Span whole = call.site().whole();
        if (given.value() instanceof DurationValue duration) {
            return DurationArithmetic.moved(
                    call.receiverValue(), call.site().receiver(), DurationArithmetic.negated(duration, whole, context), whole, context);
        }
        if (isNumber(given.value()) && !call.reflected()) {
            return call.refuse(DurationMisses.number(given.value(), given.span(), context));
        }
        Asker asker = Expect.asker(call);
        Optional<Series> other = Operands.cast(given.value(), given.span(), Type.DATE, asker, context);
        if (other.isEmpty()) {
            return new Poison(whole);
        }
        List<Taken.OfSeries> parts = List.of(
                new Taken.OfSeries(call.receiver(), call.site().receiver()), new Taken.OfSeries(other.get(), given.span()));
        if (!Rows.belongTogether(parts, whole, context)) {
            return new Poison(whole);
        }
        return call.reflected()
                ? new DateDifferenceValue(other.get(), call.receiver(), whole)
                : new DateDifferenceValue(call.receiver(), other.get(), whole);
    }

    private static boolean isNumber(EvaluatedValue value) {
        return switch (value) {
            case IntegerValue _, FloatValue _ -> true;
            case SeriesValue series -> series.type().isNumeric();
            case BooleanValue _ -> false;
            default -> false;
        };
    }
}
