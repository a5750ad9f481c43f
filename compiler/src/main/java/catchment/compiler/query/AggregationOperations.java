package catchment.compiler.query;

import static catchment.compiler.query.Entry.method;
import static catchment.compiler.query.Entry.parameter;

import catchment.compiler.eval.Arguments.Given;
import catchment.compiler.eval.EvaluatedValue;
import catchment.compiler.eval.IntegerValue;
import catchment.compiler.model.Aggregate;
import catchment.compiler.model.CountEpisodes;
import catchment.compiler.model.Type;
import catchment.grammar.diagnostic.Diagnostic;
import java.util.List;
import java.util.Set;

/** What brings the values of a patient's rows together. */
final class AggregationOperations {
    private AggregationOperations() {}

    static List<Entry> entries() {
        return List.of(
                aggregation("count_distinct_for_patient", Aggregate.Kind.COUNT_DISTINCT, SeriesOperations.ANY, "a whole number", "The number of different values; 0 where there is none.", "frames/aggregate"),
                aggregation("minimum_for_patient", Aggregate.Kind.MIN, SeriesOperations.ORDERED, "the same type", "The least value, or the earliest; missing where there is none.", "frames/aggregate"),
                aggregation("maximum_for_patient", Aggregate.Kind.MAX, SeriesOperations.ORDERED, "the same type", "The greatest value, or the latest; missing where there is none.", "frames/aggregate"),
                aggregation("sum_for_patient", Aggregate.Kind.SUM, SeriesOperations.NUMBERS, "the same type", "The sum of the values; missing where there is none.", "frames/aggregate"),
                aggregation("mean_for_patient", Aggregate.Kind.MEAN, SeriesOperations.NUMBERS, "a decimal number", "The mean of the values; missing where there is none.", "frames/aggregate"),
                method("count_episodes_for_patient")
                        .on(Receiver.eventSeries(Set.of(Type.DATE)))
                        .takes(parameter("maximum_gap", Expect.anything("days(n) or weeks(n)")))
                        .gives("a whole number")
                        .says("The number of runs of dates that lie at most `maximum_gap` apart; 0 where there is no date.")
                        .spec("dates/episodes")
                        .builds(AggregationOperations::countEpisodes));
    }

    private static Entry aggregation(
            String name, Aggregate.Kind kind, Set<Type> types, String gives, String says, String spec) {
        return method(name)
                .on(Receiver.eventSeries(types))
                .gives(gives)
                .says(says)
                .spec(spec)
                .builds(call -> call.give(new Aggregate(kind, call.receiver())));
    }

    private static EvaluatedValue countEpisodes(Call call) {
        Given given = call.given("maximum_gap").orElseThrow();
        String text = Words.source(given.span(), call.context());
        if (!(given.value() instanceof DurationValue duration)) {
            Diagnostic found = call.context().accident(given.value()).orElseGet(() -> Diagnostic.error(
                    QueryCode.DURATION_NEEDED, given.span(), "count_episodes_for_patient wants a duration; " + Words.tick(text) + " is " + given.value().kind()));
            return call.refuse(given.value() instanceof IntegerValue ? found.hint("write " + Words.tick("days(" + text + ")")).fix(given.span(), "days(" + text + ")") : found);
        }
        boolean fixedUnit = duration.unit() == DurationValue.Unit.DAYS || duration.unit() == DurationValue.Unit.WEEKS;
        if (!fixedUnit) {
            return call.refuse(Diagnostic.error(
                            QueryCode.DURATION_NEEDED, given.span(), "a gap is measured in days or weeks: " + duration.unit().word() + " have no fixed length")
                    .hint("write days(" + duration.literal().map(n -> n * (duration.unit() == DurationValue.Unit.MONTHS ? 30 : 365)).map(String::valueOf).orElse("n") + ")"));
        }
        if (duration.literal().isEmpty()) {
            return call.refuse(Diagnostic.error(
                            QueryCode.DURATION_NEEDED, given.span(), "the gap is one number for everybody; " + Words.tick(text) + " differs per patient")
                    .hint("for example `days(14)`"));
        }
        long days = duration.unit() == DurationValue.Unit.WEEKS ? duration.literal().get() * 7 : duration.literal().get();
        return call.give(new CountEpisodes(call.receiver(), days));
    }
}
