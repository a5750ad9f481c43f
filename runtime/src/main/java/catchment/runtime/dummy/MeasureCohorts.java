package catchment.runtime.dummy;

import catchment.compiler.definition.MeasuresDefinition;
import catchment.compiler.definition.MeasuresDefinition.Measure;
import catchment.compiler.definition.Spans;
import catchment.compiler.model.Function;
import catchment.compiler.model.Nodes;
import catchment.compiler.model.Operator;
import catchment.compiler.model.Series;
import catchment.compiler.model.Type;
import catchment.compiler.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The patients that measures need: for each denominator some who count in it, with numerators met and not, in every group. */
final class MeasureCohorts {
    private static final long PATIENTS_FOR_EACH = 10;

    private MeasureCohorts() {}

    /**
     * A cohort for each denominator with its intervals, in order of definition.
     *
     * @param spans where nodes come from; those of new nodes are added
     */
    static List<Cohort> of(MeasuresDefinition measures, Spans spans) {
        Nodes nodes = new Nodes();
        Map<List<Object>, List<Measure>> together = new LinkedHashMap<>();
        measures.measures().forEach(measure ->
                together.computeIfAbsent(List.of(measure.denominator(), measure.intervals()), _ -> new ArrayList<>()).add(measure));
        return together.values().stream().map(these -> cohort(these, nodes, spans)).toList();
    }

    private static Cohort cohort(List<Measure> measures, Nodes nodes, Spans spans) {
        Map<String, Series> variables = new LinkedHashMap<>();
        for (Measure measure : measures) {
            // No variable has a name with a space, so it cannot be that of a group.
            variables.put("numerator of " + measure.name(), measure.numerator());
        }
        measures.forEach(measure -> measure.groupBy().forEach(variables::putIfAbsent));
        Measure first = measures.getFirst();
        return new Cohort(counted(first.denominator(), nodes, spans), variables, first.intervals());
    }

    /** Who counts in a denominator. */
    private static Series counted(Series denominator, Nodes nodes, Spans spans) {
        if (denominator.type() == Type.BOOL) {
            return denominator;
        }
        Series positive = nodes.intern(new Function(Operator.GT, List.of(denominator, nodes.intern(new Value(0L, Type.INT)))));
        spans.of(denominator).ifPresent(span -> spans.add(positive, span));
        return positive;
    }

    /** How many patients, where the measures do not say: enough that most denominators, intervals and groups have somebody. */
    static long usualSize(MeasuresDefinition measures) {
        long denominators = measures.measures().stream().map(Measure::denominator).distinct().count();
        long intervals = measures.measures().stream().flatMap(measure -> measure.intervals().stream()).distinct().count();
        long groups = measures.measures().stream().flatMap(measure -> measure.groupBy().keySet().stream()).distinct().count();
        return PATIENTS_FOR_EACH * denominators * intervals * Math.max(1, groups);
    }
}
