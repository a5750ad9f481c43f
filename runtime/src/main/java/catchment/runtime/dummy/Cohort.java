package catchment.runtime.dummy;

import catchment.compiler.definition.MeasuresDefinition.Interval;
import catchment.compiler.model.Node;
import catchment.compiler.model.Series;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Patients who are wanted for one purpose: the population of a dataset, or a denominator of measures in any of its intervals.
 *
 * @param condition what must be true of each
 * @param variables series per patient that they should bring to life, by name
 * @param intervals in one of which the condition must be true; none where nothing depends on an interval
 */
public record Cohort(Series condition, Map<String, Series> variables, List<Interval> intervals) {
    public Cohort {
        variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
        intervals = List.copyOf(intervals);
    }

    /** Its roots in the graph. */
    Collection<Node> roots() {
        List<Node> roots = new ArrayList<>(variables.values());
        roots.addFirst(condition);
        return roots;
    }
}
