package catchment.compiler.query;

import catchment.compiler.eval.Arguments;
import catchment.compiler.eval.Arguments.Given;
import catchment.compiler.eval.Context;
import catchment.compiler.eval.EvaluatedValue;
import catchment.compiler.eval.NoneValue;
import catchment.compiler.eval.Poison;
import catchment.compiler.model.Node;
import catchment.compiler.model.Operator;
import catchment.compiler.model.Series;
import catchment.grammar.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A call of an {@link Entry}: its receiver, its arguments by parameter, and what has been made of them. */
final class Call {
    private final Entry entry;
    private final EvaluatedValue receiver;
    private final boolean reflected;
    private final Site site;
    private final Context context;
    private final Map<String, List<Given>> given = new LinkedHashMap<>();
    private final Map<String, List<Taken>> taken = new LinkedHashMap<>();

    private Call(Entry entry, EvaluatedValue receiver, boolean reflected, Site site, Context context) {
        this.entry = entry;
        this.receiver = receiver;
        this.reflected = reflected;
        this.site = site;
        this.context = context;
    }

    /**
     * Checks the arguments against the entry and makes the result.
     *
     * @param reflected for an operator, whether the receiver stands on its right
     */
    static EvaluatedValue run(
            Entry entry, EvaluatedValue receiver, boolean reflected, Arguments arguments, Site site, Context context) {
        Call call = new Call(entry, receiver, reflected, site, context);
        if (arguments.poisoned() || receiver instanceof Poison) {
            return call.failed(arguments);
        }
        Optional<Map<String, List<Given>>> bound = Binder.bind(entry, arguments, site, context);
        if (bound.isEmpty()) {
            return call.failed(arguments);
        }
        call.given.putAll(bound.get());
        if (!call.takeAll() || !call.rowsBelongTogether()) {
            return call.failed(arguments);
        }
        EvaluatedValue result = entry.builder().build(call);
        return result instanceof Poison ? call.failed(arguments) : result;
    }

    private Poison failed(Arguments arguments) {
        if (receiver instanceof Unfinished unfinished) {
            unfinished.missed(entry, arguments);
        }
        return new Poison(site.whole());
    }

    private boolean takeAll() {
        boolean good = true;
        for (Entry.Parameter parameter : entry.parameters()) {
            List<Taken> values = new ArrayList<>();
            for (Given argument : all(parameter.name())) {
                Optional<Taken> value = parameter.expects().take(argument, this);
                value.ifPresent(values::add);
                good &= value.isPresent();
            }
            taken.put(parameter.name(), values);
        }
        return good;
    }

    private boolean rowsBelongTogether() {
        List<Taken.OfSeries> parts = new ArrayList<>();
        switch (entry.receiver().kind()) {
            case SERIES, EVENT_SERIES -> parts.add(new Taken.OfSeries(receiver(), site.receiver()));
            case NOTHING -> {}
            case FRAME, EVENT_FRAME, SORTED_FRAME, DATASET, EVENT_TABLE, MEASURES, DURATION, DATE_DIFFERENCE, WHEN, THEN, INTERVAL, CODE -> {
                return true;
            }
        }
        for (List<Taken> values : taken.values()) {
            for (Taken value : values) {
                if (value instanceof Taken.OfSeries series) {
                    parts.add(series);
                }
            }
        }
        return Rows.belongTogether(parts, site.whole(), context);
    }

    Entry entry() {
        return entry;
    }

    Site site() {
        return site;
    }

    Context context() {
        return context;
    }

    Build build() {
        return new Build(context, site.whole());
    }

    /** For an operator: whether the receiver stands on its right. */
    boolean reflected() {
        return reflected;
    }

    EvaluatedValue receiverValue() {
        return receiver;
    }

    /** The receiver as a series. */
    Series receiver() {
        return ((SeriesValue) receiver).node();
    }

    /** The receiver as a frame. */
    FrameValue frame() {
        return (FrameValue) receiver;
    }

    /** The arguments for a parameter, as they were given. */
    List<Given> all(String parameter) {
        return given.getOrDefault(parameter, List.of());
    }

    /** The argument for a parameter, unless it was left out. */
    Optional<Given> given(String parameter) {
        return all(parameter).stream().findFirst();
    }

    /** The argument for a parameter, unless it was left out or {@code None}. */
    Optional<EvaluatedValue> value(String parameter) {
        return given(parameter).map(Given::value).filter(value -> !(value instanceof NoneValue));
    }

    /** The series that was made of the argument; empty for {@code None} and where it was left out. */
    Optional<Series> maybeSeries(String parameter) {
        return taken.getOrDefault(parameter, List.of()).stream()
                .filter(Taken.OfSeries.class::isInstance)
                .map(value -> ((Taken.OfSeries) value).series())
                .findFirst();
    }

    /** The series that was made of an argument that must be given. */
    Series series(String parameter) {
        return maybeSeries(parameter).orElseThrow();
    }

    /** The series that were made of all arguments for a parameter. */
    List<Series> allSeries(String parameter) {
        return taken.getOrDefault(parameter, List.of()).stream()
                .map(value -> ((Taken.OfSeries) value).series())
                .toList();
    }

    /** The set that was made of the argument. */
    Node set(String parameter) {
        return ((Taken.OfSet) taken.get(parameter).getFirst()).set();
    }

    /** What was made of the arguments for a parameter. */
    List<Taken> taken(String parameter) {
        return taken.getOrDefault(parameter, List.of());
    }

    /** The result. */
    SeriesValue give(Series series) {
        return build().give(series);
    }

    /** An operator over series as the result. */
    SeriesValue give(Operator operator, Series... operands) {
        return give(build().apply(operator, operands));
    }

    Poison refuse(Diagnostic diagnostic) {
        return context.refuse(diagnostic);
    }
}
