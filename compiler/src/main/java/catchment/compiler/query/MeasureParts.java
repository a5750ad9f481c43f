package catchment.compiler.query;

import catchment.compiler.definition.MeasuresDefinition.Interval;
import catchment.compiler.model.Series;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parts of a measure that were given in one call. */
record MeasureParts(
        Optional<Series> numerator,
        Optional<Series> denominator,
        Optional<Map<String, MeasuresValue.Group>> groupBy,
        Optional<List<Interval>> intervals) {
    static final MeasureParts NOTHING =
            new MeasureParts(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** These parts, and the others where one is missing. */
    MeasureParts or(MeasureParts other) {
        return new MeasureParts(
                numerator.or(other::numerator),
                denominator.or(other::denominator),
                groupBy.or(other::groupBy),
                intervals.or(other::intervals));
    }
}
