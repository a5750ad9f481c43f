package catchment.compiler.query;

import static catchment.compiler.query.Entry.function;
import static catchment.compiler.query.Entry.method;
import static catchment.compiler.query.Entry.parameter;

import catchment.compiler.eval.Arguments.Given;
import catchment.compiler.eval.BooleanValue;
import catchment.compiler.eval.Collection;
import catchment.compiler.eval.DateValue;
import catchment.compiler.eval.EvaluatedValue;
import catchment.compiler.eval.FloatValue;
import catchment.compiler.eval.IntegerValue;
import catchment.compiler.model.Type;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Durations, and the intervals that they make. */
final class DurationOperations {
    private static final Receiver DURATION = Receiver.of(Receiver.Kind.DURATION);
    private static final long MOST_INTERVALS = 100_000;

    private DurationOperations() {}

    static List<Entry> entries() {
        Stream<Entry> units = Arrays.stream(DurationValue.Unit.values()).map(DurationOperations::unit);
        return Stream.concat(
                        units,
                        Stream.of(
                                method("starting_on")
                                        .on(DURATION)
                                        .takes(parameter("first_start_date", Expect.anything("a date")))
                                        .gives("a list of intervals")
                                        .says("That many intervals of one unit each, the first beginning on the date.")
                                        .spec("dates/comparing")
                                        .builds(call -> intervals(call, true)),
                                method("ending_on")
                                        .on(DURATION)
                                        .takes(parameter("last_end_date", Expect.anything("a date")))
                                        .gives("a list of intervals")
                                        .says("That many intervals of one unit each, the last ending on the date.")
                                        .spec("dates/comparing")
                                        .builds(call -> intervals(call, false))))
                .toList();
    }

    private static Entry unit(DurationValue.Unit unit) {
        return function(unit.word())
                .takes(parameter("value", Expect.anything("a whole number")))
                .gives("a duration")
                .says("So many " + unit.word() + ", to add to a date or to take from one.")
                .spec("dates/adding")
                .builds(call -> duration(unit, call));
    }

    private static EvaluatedValue duration(DurationValue.Unit unit, Call call) {
        Given given = call.given("value").orElseThrow();
        Span span = given.span();
        String text = Words.source(span, call.context());
        return switch (given.value()) {
            case IntegerValue _ -> new DurationValue(unit, given.value(), call.site().whole());
            case SeriesValue series when series.type() == Type.INT -> new DurationValue(unit, series, call.site().whole());
            case FloatValue number -> call.refuse(fraction(unit, number, text, call));
            case BooleanValue _ -> call.refuse(Misfits.mismatch(span, unit.word() + " wants a whole number", text + " is true/false"));
            case SeriesValue series when series.type() == Type.FLOAT -> call.refuse(Diagnostic.error(
                            QueryCode.DURATION_FRACTION, span, unit.word() + " are whole, and " + Words.tick(text) + " is a decimal number")
                    .hint("cut off the fraction: " + Words.tick(text + ".as_int()")));
            default -> call.refuse(Misfits.explain(given.value(), span, Type.INT, Asker.of(unit.word()), call.context()));
        };
    }

    private static Diagnostic fraction(DurationValue.Unit unit, FloatValue number, String text, Call call) {
        Span span = call.site().whole();
        Diagnostic found = Diagnostic.error(QueryCode.DURATION_FRACTION, span, unit.word() + " are whole; " + Words.tick(text) + " is not");
        double value = number.value();
        if (value == Math.rint(value) && Math.abs(value) < 1e6) {
            String mended = unit.word() + "(" + (long) value + ")";
            return found.hint("write " + Words.tick(mended)).fix(span, mended);
        }
        String days = "days(" + Math.round(value * switch (unit) {
            case DAYS -> 1;
            case WEEKS -> 7;
            case MONTHS -> 30.4375;
            case YEARS -> 365.25;
        }) + ")";
        boolean months = unit == DurationValue.Unit.YEARS && value * 12 == Math.rint(value * 12);
        return months
                ? found.hint("write months(" + Math.round(value * 12) + "), or " + days).fix(span, "months(" + Math.round(value * 12) + ")")
                : found.hint("write " + Words.tick(days));
    }

    private static EvaluatedValue intervals(Call call, boolean starting) {
        DurationValue duration = (DurationValue) call.receiverValue();
        Given given = call.given(starting ? "first_start_date" : "last_end_date").orElseThrow();
        Span whole = call.site().whole();
        if (duration.literal().isEmpty()) {
            return call.refuse(Diagnostic.error(
                            QueryCode.INTERVAL_FORM, call.site().receiver(), "the number of intervals is one number, the same for every patient")
                    .hint("for example months(12)." + call.entry().name() + "(\"2022-01-01\")"));
        }
        if (given.value() instanceof SeriesValue) {
            return call.refuse(Diagnostic.error(
                            QueryCode.INTERVAL_FORM, given.span(), "intervals are the same for every patient; " + Words.tick(Words.source(given.span(), call.context())) + " differs")
                    .hint("a fixed date: \"2022-01-01\""));
        }
        long count = duration.literal().get();
        if (count < 0 || count > MOST_INTERVALS) {
            return call.refuse(Diagnostic.error(
                    QueryCode.INTERVAL_FORM, call.site().receiver(), count < 0 ? "there cannot be " + count + " intervals" : "more than " + MOST_INTERVALS + " intervals"));
        }
        Optional<Object> date = Literals.as(given.value(), Type.DATE);
        if (date.isEmpty()) {
            return call.refuse(Misfits.explain(given.value(), given.span(), Type.DATE, Expect.asker(call), call.context()));
        }
        List<EvaluatedValue> pairs = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            long offset = starting ? i : i - count + 1;
            Optional<EvaluatedValue> pair = pair((LocalDate) date.get(), duration.unit(), offset, starting, whole);
            if (pair.isEmpty()) {
                return call.refuse(Diagnostic.error(QueryCode.DATE_IMPOSSIBLE, whole, "the intervals leave the years 1 to 9999"));
            }
            pairs.add(pair.get());
        }
        return new Collection.ListValue(pairs, whole);
    }

    /** Each interval is counted from the date itself, so that ends of months do not drift. */
    private static Optional<EvaluatedValue> pair(LocalDate date, DurationValue.Unit unit, long offset, boolean starting, Span span) {
        Optional<LocalDate> start = starting
                ? DurationArithmetic.fixedDate(date, unit, offset)
                : DurationArithmetic.fixedDate(date, unit, offset - 1)
                        .flatMap(day -> DurationArithmetic.fixedDate(day, DurationValue.Unit.DAYS, 1));
        Optional<LocalDate> end = starting
                ? DurationArithmetic.fixedDate(date, unit, offset + 1)
                        .flatMap(day -> DurationArithmetic.fixedDate(day, DurationValue.Unit.DAYS, -1))
                : DurationArithmetic.fixedDate(date, unit, offset);
        return start.flatMap(from -> end.map(to -> new Collection.TupleValue(
                List.of(new DateValue(from, span), new DateValue(to, span)), false, span)));
    }
}
