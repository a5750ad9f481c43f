package catchment.spec.generate;

import catchment.compiler.definition.DatasetDefinition;
import catchment.compiler.definition.DummyDataSettings;
import catchment.compiler.model.EventFrame;
import catchment.compiler.model.Series;
import catchment.compiler.model.SeriesCollection;
import catchment.compiler.model.Type;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** A dataset drawn at random. */
final class RandomStudy {
    private RandomStudy() {}

    /** A definition of so many variables; expressions are about so deep. */
    static DatasetDefinition make(Random random, int count, int depth) {
        RandomSeries study = new RandomSeries(random, false);
        Series population = study.patient(Type.BOOL, 1 + random.nextInt(depth));
        Map<String, Series> variables = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            variables.put("v" + i, study.patient(study.type(), random.nextInt(depth + 1)));
        }
        Map<String, SeriesCollection> events = new LinkedHashMap<>();
        if (random.nextInt(3) == 0) {
            EventFrame rows = RandomSeries.unsorted(study.frame(depth - 1));
            Map<String, Series> members = new LinkedHashMap<>();
            members.put("first", study.column(rows, study.type()));
            for (int i = 0; i < 2; i++) {
                members.put("m" + i, random.nextInt(3) == 0 ? study.patient(study.type(), 1) : study.event(rows, study.type(), depth - 1));
            }
            events.put("rows", study.node(new SeriesCollection(members)));
        }
        return new DatasetDefinition(population, variables, events, DummyDataSettings.DATASET_DEFAULT);
    }
}
