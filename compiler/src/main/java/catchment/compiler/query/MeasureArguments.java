package catchment.compiler.query;

import catchment.compiler.definition.MeasuresDefinition.Interval;
import catchment.compiler.eval.Arguments.Given;
import catchment.compiler.eval.Collection;
import catchment.compiler.eval.Context;
import catchment.compiler.eval.DateValue;
import catchment.compiler.eval.EvaluatedValue;
import catchment.compiler.eval.NoneValue;
import catchment.compiler.eval.Poison;
import catchment.compiler.eval.TextValue;
import catchment.compiler.model.Series;
import catchment.compiler.model.Type;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the arguments of {@code define_measure} and {@code define_defaults}. */
final class MeasureArguments {
    private static final Set<String> TAKEN = Set.of("measure", "numerator", "denominator", "ratio", "interval_start", "interval_end");

    private MeasureArguments() {}

    /** The parts that the call gives. Empty, after a report, if one of them does not fit. */
    static Optional<MeasureParts> parts(Call call, MeasuresValue measures) {
        Read<Series> numerator = counted("numerator", call);
        Read<Series> denominator = counted("denominator", call);
        Read<Map<String, MeasuresValue.Group>> groups = groups(call, measures);
        Read<List<Interval>> intervals = intervals(call);
        if (numerator.failed() || denominator.failed() || groups.failed() || intervals.failed()) {
            return Optional.empty();
        }
        return Optional.of(new MeasureParts(numerator.value(), denominator.value(), groups.value(), intervals.value()));
    }

    /** An argument that was read, left out, or refused. */
    private record Read<T>(Optional<T> value, boolean failed) {
        static <T> Read<T> of(T value) {
            return new Read<>(Optional.of(value), false);
        }

        static <T> Read<T> absent() {
            return new Read<>(Optional.empty(), false);
        }

        static <T> Read<T> refused() {
            return new Read<>(Optional.empty(), true);
        }
    }

    private static Optional<Given> given(String name, Call call) {
        return call.given(name)
                .filter(argument -> !(argument.value() instanceof NoneValue && call.context().accident(argument.value()).isEmpty()));
    }

    private static Read<Series> counted(String part, Call call) {
        Optional<Given> given = given(part, call);
        if (given.isEmpty()) {
            return Read.absent();
        }
        EvaluatedValue value = given.get().value();
        Span span = given.get().span();
        if (value instanceof SeriesValue series && series.type() != Type.BOOL && series.type() != Type.INT) {
            call.context().report(MeasureMisses.valueType(part, series, span, call.context()));
            return Read.refused();
        }
        if (value instanceof FrameValue frame && frame.manyRows()) {
            call.context().report(FrameMisses.asCondition(frame, span, call.context()));
            return Read.refused();
        }
        return VariableValues.perPatient(value, span, Optional.empty(), call.context()).map(Read::of).orElseGet(Read::refused);
    }

    private static Read<Map<String, MeasuresValue.Group>> groups(Call call, MeasuresValue measures) {
        Optional<Given> given = given("group_by", call);
        if (given.isEmpty()) {
            return Read.absent();
        }
        Context context = call.context();
        if (!(given.get().value() instanceof Collection.DictValue dict)) {
            context.report(context.accident(given.get().value())
                    .orElseGet(() -> MeasureMisses.groupBy(given.get().value(), given.get().span(), context)));
            return Read.refused();
        }
        Map<String, MeasuresValue.Group> groups = new LinkedHashMap<>();
        for (Collection.DictValue.Entry entry : dict.entries().values()) {
            if (entry.key() instanceof Poison || entry.value() instanceof Poison) {
                return Read.refused();
            }
            Span keySpan = inDefinition(entry.key().origin(), given.get().span(), context);
            if (!(entry.key() instanceof TextValue name)) {
                context.report(Diagnostic.error(
                                QueryCode.GROUP_BY_FORM, keySpan, "the names of groups are texts, not " + entry.key().kind())
                        .hint("for example `group_by={\"sex\": patients.sex}`"));
                return Read.refused();
            }
            Optional<Diagnostic> mistake = groupName(name.value(), keySpan);
            if (mistake.isPresent()) {
                context.report(mistake.get());
                return Read.refused();
            }
            Span valueSpan = inDefinition(entry.value().origin(), given.get().span(), context);
            Optional<Series> series = VariableValues.perPatient(entry.value(), valueSpan, Optional.of(name.value()), context);
            if (series.isEmpty()) {
                return Read.refused();
            }
            groups.put(name.value(), new MeasuresValue.Group(series.get(), context.shown(keySpan)));
        }
        return Read.of(groups);
    }

    private static Span inDefinition(Span span, Span fallback, Context context) {
        return span.hasFile() && !context.sourceText(span).isEmpty() ? span : fallback;
    }

    private static Optional<Diagnostic> groupName(String name, Span span) {
        if (TAKEN.contains(name)) {
            return Optional.of(Diagnostic.error(
                            QueryCode.RESERVED_NAME, span, "the results of measures have a column " + Words.tick(name) + " already")
                    .hint("another name, for example \"sex\""));
        }
        return VariableNames.pattern(name, span);
    }

    private static Read<List<Interval>> intervals(Call call) {
        Optional<Given> given = given("intervals", call);
        if (given.isEmpty()) {
            return Read.absent();
        }
        Context context = call.context();
        Span span = given.get().span();
        if (given.get().value() instanceof DurationValue duration) {
            context.report(MeasureMisses.durationAsIntervals(duration, span, context));
            return Read.refused();
        }
        if (!(given.get().value() instanceof Collection.ListValue list)) {
            context.report(context.accident(given.get().value())
                    .orElseGet(() -> form(span, "intervals are a list of pairs of dates, not " + given.get().value().kind())));
            return Read.refused();
        }
        if (list.elements().isEmpty()) {
            context.report(form(span, "the list of intervals is empty"));
            return Read.refused();
        }
        List<Interval> intervals = new ArrayList<>();
        for (EvaluatedValue element : list.elements()) {
            Optional<Interval> interval = interval(element, span, context);
            if (interval.isEmpty()) {
                return Read.refused();
            }
            intervals.add(interval.get());
        }
        return Read.of(intervals.stream()
                .distinct()
                .sorted(Comparator.comparing(Interval::start).thenComparing(Interval::end))
                .toList());
    }

    private static Optional<Interval> interval(EvaluatedValue element, Span span, Context context) {
        if (element instanceof Poison) {
            return Optional.empty();
        }
        Span place = inDefinition(element.origin(), span, context);
        if (!(element instanceof Collection.TupleValue pair) || pair.elements().size() != 2) {
            context.report(form(place, "each interval is a pair of a first and a last day, not " + element.kind()));
            return Optional.empty();
        }
        List<EvaluatedValue> days = pair.elements();
        for (EvaluatedValue day : days) {
            if (!(day instanceof DateValue)) {
                if (!(day instanceof Poison)) {
                    Span at = inDefinition(day.origin(), place, context);
                    Diagnostic found = form(at, "the days of an interval are dates, and " + Words.source(at, context) + " is " + day.kind());
                    context.report(
                            day instanceof TextValue text && DateTexts.parse(text.value()).isPresent()
                                    ? found.hint("write " + Words.tick("date.fromisoformat(" + Words.quoted(text.value()) + ")") + ", after `from datetime import date`")
                                    : found);
                }
                return Optional.empty();
            }
        }
        Interval interval = new Interval(((DateValue) days.get(0)).value(), ((DateValue) days.get(1)).value());
        if (interval.start().isAfter(interval.end())) {
            context.report(form(place, "the interval ends (" + interval.end() + ") before it begins (" + interval.start() + ")"));
            return Optional.empty();
        }
        return Optional.of(interval);
    }

    private static Diagnostic form(Span span, String message) {
        return Diagnostic.error(QueryCode.INTERVAL_FORM, span, message)
                .hint("for example `intervals=months(12).starting_on(\"2022-01-01\")`");
    }
}
