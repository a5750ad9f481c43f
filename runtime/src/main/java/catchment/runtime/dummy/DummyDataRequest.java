package catchment.runtime.dummy;

import catchment.compiler.definition.DatasetDefinition;
import catchment.compiler.definition.DummyDataSettings;
import catchment.compiler.definition.MeasuresDefinition;
import catchment.compiler.definition.Spans;
import catchment.compiler.model.Node;
import catchment.compiler.model.Series;
import catchment.compiler.model.SeriesCollection;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What dummy data is wanted.
 *
 * <p>A dataset asks for patients of its population who show what its variables can be, measures for patients of each of their denominators; see {@link #of}.
 * Inline tables that are read from files must have been replaced by their rows.
 *
 * @param cohorts whom to make patients for, at least one; each gets its share
 * @param additionalConstraint what must be true of every patient besides
 * @param events event-level tables, by name
 * @param size how many patients
 * @param timeout how long it may take
 * @param seed the same seed and day give the same patients
 * @param today the last day of any record
 * @param spans where nodes come from, for messages
 */
public record DummyDataRequest(
        List<Cohort> cohorts,
        Optional<Series> additionalConstraint,
        Map<String, SeriesCollection> events,
        long size,
        Duration timeout,
        long seed,
        LocalDate today,
        Spans spans) {
    /** The seed where none is named. */
    public static final long USUAL_SEED = 1;

    public DummyDataRequest {
        cohorts = List.copyOf(cohorts);
        events = Collections.unmodifiableMap(new LinkedHashMap<>(events));
    }

    /** What a dataset asks for, by its own settings. */
    public static DummyDataRequest of(DatasetDefinition dataset, Spans spans, long seed, LocalDate today) {
        DummyDataSettings settings = dataset.dummyData();
        return new DummyDataRequest(
                List.of(new Cohort(dataset.population(), dataset.variables(), List.of())),
                settings.additionalPopulationConstraint(),
                dataset.events(),
                settings.populationSize().or(() -> DummyDataSettings.DATASET_DEFAULT.populationSize()).orElseThrow(),
                timeout(settings),
                seed,
                today,
                spans);
    }

    /**
     * What measures ask for, by their own settings: patients of any of their denominators in any of its intervals.
     *
     * @param spans where nodes come from; those of new nodes are added
     */
    public static DummyDataRequest of(MeasuresDefinition measures, Spans spans, long seed, LocalDate today) {
        DummyDataSettings settings = measures.dummyData();
        return new DummyDataRequest(
                MeasureCohorts.of(measures, spans),
                settings.additionalPopulationConstraint(),
                Map.of(),
                settings.populationSize().orElseGet(() -> MeasureCohorts.usualSize(measures)),
                timeout(settings),
                seed,
                today,
                spans);
    }

    private static Duration timeout(DummyDataSettings settings) {
        return Duration.ofMillis((long) (settings.timeoutSeconds() * 1000));
    }

    /** The same for so many patients. */
    public DummyDataRequest withSize(long patients) {
        return new DummyDataRequest(cohorts, additionalConstraint, events, patients, timeout, seed, today, spans);
    }

    /** The same with so much time. */
    public DummyDataRequest withTimeout(Duration longest) {
        return new DummyDataRequest(cohorts, additionalConstraint, events, size, longest, seed, today, spans);
    }

    /** The same from another seed. */
    public DummyDataRequest withSeed(long other) {
        return new DummyDataRequest(cohorts, additionalConstraint, events, size, timeout, other, today, spans);
    }

    /** All roots of the graph. */
    Collection<Node> roots() {
        List<Node> roots = new ArrayList<>();
        cohorts.forEach(cohort -> roots.addAll(cohort.roots()));
        roots.addAll(events.values());
        additionalConstraint.ifPresent(roots::add);
        return roots;
    }

    /** The dataset that patients of a cohort are verified against. */
    DatasetDefinition dataset(Cohort cohort) {
        return new DatasetDefinition(cohort.condition(), cohort.variables(), events, DummyDataSettings.DATASET_DEFAULT);
    }
}
