package catchment.compiler.definition;

import catchment.compiler.model.Series;
import java.util.Optional;

/**
 * How dummy data is to be made.
 *
 * @param populationSize how many patients; empty for measures that do not say
 * @param legacy accepted, and changes nothing
 * @param timeoutSeconds how long it may take
 * @param additionalPopulationConstraint true or false per patient: what dummy patients must meet besides the population
 */
public record DummyDataSettings(
        Optional<Long> populationSize,
        boolean legacy,
        double timeoutSeconds,
        Optional<Series> additionalPopulationConstraint) {
    /** What holds where a dataset says nothing: ten patients, within a minute. */
    public static final DummyDataSettings DATASET_DEFAULT =
            new DummyDataSettings(Optional.of(10L), false, 60, Optional.empty());

    /** What holds where measures say nothing: a size by the measures, within a minute. */
    public static final DummyDataSettings MEASURES_DEFAULT =
            new DummyDataSettings(Optional.empty(), false, 60, Optional.empty());
}
