package catchment.compiler.query;

import catchment.compiler.eval.EvaluatedValue;
import catchment.compiler.model.EventFrame;
import catchment.compiler.model.PatientFrame;
import catchment.compiler.model.Type;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a method, property or operator belongs to.
 *
 * @param kind which kind of value
 * @param types for series, which types
 */
record Receiver(Kind kind, Set<Type> types) {
    /** Kinds of values that have methods. */
    enum Kind {
        NOTHING,
        SERIES,
        EVENT_SERIES,
        FRAME,
        EVENT_FRAME,
        SORTED_FRAME,
        DATASET,
        EVENT_TABLE,
        MEASURES,
        DURATION,
        DATE_DIFFERENCE,
        WHEN,
        THEN,
        INTERVAL,
        CODE
    }

    static final Receiver NOTHING = of(Kind.NOTHING);

    static Receiver of(Kind kind) {
        return new Receiver(kind, Set.of());
    }

    static Receiver series(Type... types) {
        return new Receiver(Kind.SERIES, Set.copyOf(types.length == 0 ? EnumSet.allOf(Type.class) : Set.of(types)));
    }

    static Receiver series(Set<Type> types) {
        return new Receiver(Kind.SERIES, Set.copyOf(types));
    }

    static Receiver eventSeries(Set<Type> types) {
        return new Receiver(Kind.EVENT_SERIES, Set.copyOf(types));
    }

    /** True if the value has what belongs to this. */
    boolean accepts(EvaluatedValue value) {
        return switch (kind) {
            case NOTHING -> false;
            case SERIES -> value instanceof SeriesValue series && types.contains(series.type());
            case EVENT_SERIES -> value instanceof SeriesValue series && !series.perPatient() && types.contains(series.type());
            case FRAME -> value instanceof FrameValue;
            case EVENT_FRAME -> value instanceof FrameValue frame && frame.node() instanceof EventFrame;
            case SORTED_FRAME ->
                    value instanceof FrameValue frame
                            && switch (frame.node()) {
                                case EventFrame events -> events.isSorted();
                                case PatientFrame _ -> false;
                            };
            case DATASET -> value instanceof DatasetValue;
            case EVENT_TABLE -> value instanceof EventTableValue;
            case MEASURES -> value instanceof MeasuresValue;
            case DURATION -> value instanceof DurationValue;
            case DATE_DIFFERENCE -> value instanceof DateDifferenceValue;
            case WHEN -> value instanceof WhenValue;
            case THEN -> value instanceof ThenValue;
            case INTERVAL -> value instanceof IntervalValue;
            case CODE -> value instanceof CodeValue;
        };
    }

    /** What it is, for the reference; empty for nothing. */
    String words() {
        return switch (kind) {
            case NOTHING -> "";
            case SERIES -> types.size() > 10 ? "series" : seriesWords("series of ");
            case EVENT_SERIES -> types.size() > 10 ? "event series" : seriesWords("event series of ");
            case FRAME -> "frames";
            case EVENT_FRAME -> "event frames";
            case SORTED_FRAME -> "sorted event frames";
            case DATASET -> "datasets";
            case EVENT_TABLE -> "event tables";
            case MEASURES -> "measures";
            case DURATION -> "durations";
            case DATE_DIFFERENCE -> "differences of dates";
            case WHEN -> "when(…)";
            case THEN -> "when(…).then(…)";
            case INTERVAL -> "INTERVAL";
            case CODE -> "codes";
        };
    }

    private String seriesWords(String opening) {
        return opening + Words.or(types.stream().sorted().map(Words::several).toList());
    }
}
