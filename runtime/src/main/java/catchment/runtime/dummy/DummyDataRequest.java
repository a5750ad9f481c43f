package catchment.runtime.dummy;

import catchment.compiler.definition.DatasetDefinition;
import catchment.compiler.definition.DummyDataSettings;
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
 * <p>A dataset asks for patients of its population who show what its variables can be; see {@link #of}. Measures ask for patients of any of their denominators.
 * Inline tables that are read from files must have been replaced by their rows.
 *
 * @param population what must be true of every patient
 * @param additionalConstraint what must be true besides
 * @param variables series per patient that the data should bring to life, by name
 * @param events event-level tables, by name
 * @param size how many patients
 * @param timeout how long it may take
 * @param seed the same seed and day give the same patients
 * @param today the last day of any record
 * @param spans where nodes come from, for messages
 */
public record DummyDataRequest(
        Series population,
        Optional<Series> additionalConstraint,
        Map<String, Series> variables,
        Map<String, SeriesCollection> events,
        long size,
        Duration timeout,
        long seed,
        LocalDate today,
        Spans spans) {
    /** The seed where none is named. */
    public static final long USUAL_SEED = 1;

    public DummyDataRequest {
        variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
        events = Collections.unmodifiableMap(new LinkedHashMap<>(events));
    }

    /** What a dataset asks for, by its own settings. */
    public static DummyDataRequest of(DatasetDefinition dataset, Spans spans, long seed, LocalDate today) {
        DummyDataSettings settings = dataset.dummyData();
        return new DummyDataRequest(
                dataset.population(),
                settings.additionalPopulationConstraint(),
                dataset.variables(),
                dataset.events(),
                settings.populationSize().or(() -> DummyDataSettings.DATASET_DEFAULT.populationSize()).orElseThrow(),
                Duration.ofMillis((long) (settings.timeoutSeconds() * 1000)),
                seed,
                today,
                spans);
    }

    /** The same for so many patients. */
    public DummyDataRequest withSize(long patients) {
        return new DummyDataRequest(population, additionalConstraint, variables, events, patients, timeout, seed, today, spans);
    }

    /** The same with so much time. */
    public DummyDataRequest withTimeout(Duration longest) {
        return new DummyDataRequest(population, additionalConstraint, variables, events, size, longest, seed, today, spans);
    }

    /** What the data is read for: population, variables, event tables; without the additional constraint. */
    Collection<Node> ownRoots() {
        List<Node> roots = new ArrayList<>();
        roots.add(population);
        roots.addAll(variables.values());
        roots.addAll(events.values());
        return roots;
    }

    /** All roots of the graph. */
    Collection<Node> roots() {
        List<Node> roots = new ArrayList<>(ownRoots());
        additionalConstraint.ifPresent(roots::add);
        return roots;
    }

    /** The dataset that the patients are verified against. */
    DatasetDefinition dataset() {
        return new DatasetDefinition(population, variables, events, DummyDataSettings.DATASET_DEFAULT);
    }
}
