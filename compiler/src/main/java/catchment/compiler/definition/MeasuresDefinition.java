package catchment.compiler.definition;

import catchment.compiler.model.Node;
import catchment.compiler.model.Series;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures, in order of definition.
 *
 * @param disclosureControl whether small numbers are hidden and the rest rounded
 */
public record MeasuresDefinition(List<Measure> measures, DummyDataSettings dummyData, boolean disclosureControl) {
    public MeasuresDefinition {
        measures = List.copyOf(measures);
    }

    /** The roots of the graph: what each measure is made of. The additional constraint of dummy data is not one of them. */
    public Collection<Node> roots() {
        List<Node> roots = new ArrayList<>();
        for (Measure measure : measures) {
            roots.add(measure.numerator());
            roots.add(measure.denominator());
            roots.addAll(measure.groupBy().values());
        }
        return roots;
    }

    /** The groups of all measures, in order of first definition; a name means the same in each. */
    public Map<String, Series> groups() {
        Map<String, Series> groups = new LinkedHashMap<>();
        measures.forEach(measure -> measure.groupBy().forEach(groups::putIfAbsent));
        return groups;
    }

    /**
     * One measure.
     *
     * @param numerator a bool or int per patient
     * @param denominator a bool or int per patient
     * @param groupBy column name to series per patient, in order
     * @param intervals without duplicates, ascending
     */
    public record Measure(
            String name, Series numerator, Series denominator, Map<String, Series> groupBy, List<Interval> intervals) {
        public Measure {
            groupBy = Collections.unmodifiableMap(new LinkedHashMap<>(groupBy));
            intervals = List.copyOf(intervals);
        }
    }

    /** From a day to a day, both included. */
    public record Interval(LocalDate start, LocalDate end) {}
}
