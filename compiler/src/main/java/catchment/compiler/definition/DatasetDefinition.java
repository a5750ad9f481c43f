package catchment.compiler.definition;

import catchment.compiler.model.Series;
import catchment.compiler.model.SeriesCollection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import catchment.compiler.model.Node;

/**
 * Who is in the study, and what is wanted of them.
 *
 * @param population true for patients who are in; null counts as out
 * @param variables one value per patient each, in order of definition; {@code patient_id} comes before them in every output
 * @param events event-level tables, in order of definition
 * @param dummyData how dummy data is to be made
 */
public record DatasetDefinition(
        Series population, Map<String, Series> variables, Map<String, SeriesCollection> events, DummyDataSettings dummyData) {
    public DatasetDefinition {
        variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
        events = Collections.unmodifiableMap(new LinkedHashMap<>(events));
    }

    /** The roots of the graph: population, variables, event tables. The additional constraint of dummy data is not one of them. */
    public Collection<Node> roots() {
        List<Node> roots = new ArrayList<>();
        roots.add(population);
        roots.addAll(variables.values());
        roots.addAll(events.values());
        return roots;
    }
}
