package catchment.runtime.explain;

import catchment.compiler.definition.DatasetDefinition;
import catchment.compiler.model.Chains;
import catchment.compiler.model.CombineAsSet;
import catchment.compiler.model.Count;
import catchment.compiler.model.EventFrame;
import catchment.compiler.model.Filter;
import catchment.compiler.model.Graph;
import catchment.compiler.model.Node;
import catchment.compiler.model.Operator;
import catchment.compiler.model.PatientFrame;
import catchment.compiler.model.Series;
import catchment.runtime.reference.ReferenceInterpreter;
import catchment.runtime.tables.Tables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What every part of a definition comes to for some patients: each value, how many rows each table and each filter has, and each of the filter's conditions alone. */
final class Observed {
    private final Map<Node, Integer> places = new IdentityHashMap<>();
    private final Map<Filter, Map<Series, Integer>> conditions = new IdentityHashMap<>();
    private final Map<Long, List<Object>> byPatient = new HashMap<>();

    Observed(DatasetDefinition dataset, Tables tables) {
        List<Series> asked = new ArrayList<>();
        for (Node node : Graph.postOrder(dataset.roots())) {
            switch (node) {
                case CombineAsSet _ -> {}
                case Series series when series.domain().isPatient() -> ask(series, series, asked);
                case Filter filter -> {
                    ask(filter, new Count(filter), asked);
                    Map<Series, Integer> alone = new IdentityHashMap<>();
                    for (Series condition : Chains.operands(filter.condition(), Operator.AND)) {
                        alone.put(condition, asked.size());
                        asked.add(new Count(new Filter(filter.source(), condition)));
                    }
                    conditions.put(filter, alone);
                }
                case EventFrame frame -> ask(frame, new Count(frame), asked);
                case PatientFrame frame -> ask(frame, new Count(frame), asked);
                case Node _ -> {}
            }
        }
        ReferenceInterpreter.PatientValues values = new ReferenceInterpreter(dataset).values(tables, asked);
        for (int i = 0; i < values.patients().size(); i++) {
            byPatient.put(values.patients().get(i), values.values().get(i));
        }
    }

    private void ask(Node node, Series question, List<Series> asked) {
        places.put(node, asked.size());
        asked.add(question);
    }

    /** The value of a series of one value per patient. */
    Optional<Object> value(Series series, long patient) {
        return Optional.ofNullable(byPatient.get(patient).get(places.get(series)));
    }

    /** How many rows of a frame the patient has. */
    long rows(Node frame, long patient) {
        return (Long) byPatient.get(patient).get(places.get(frame));
    }

    /** How many of the rows that a filter looks at meet one of its conditions. */
    long rows(Filter filter, Series condition, long patient) {
        return (Long) byPatient.get(patient).get(conditions.get(filter).get(condition));
    }
}
