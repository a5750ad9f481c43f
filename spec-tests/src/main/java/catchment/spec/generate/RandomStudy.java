package catchment.spec.generate;

import catchment.compiler.definition.DatasetDefinition;
import catchment.compiler.definition.DummyDataSettings;
import catchment.compiler.model.EventFrame;
import catchment.compiler.model.Node;
import catchment.compiler.model.Nodes;
import catchment.compiler.model.Replacement;
import catchment.compiler.model.Series;
import catchment.compiler.model.SeriesCollection;
import catchment.compiler.model.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** A dataset drawn at random. */
final class RandomStudy {
    private RandomStudy() {}

    /** How deep some definitions are. */
    static final int DEEPEST = 25;

    /** The definition of a seed: one to four variables, mostly one to four levels deep, some up to {@link #DEEPEST}. */
    static DatasetDefinition ofSeed(long seed) {
        Random random = new Random(seed * 31);
        int depth = random.nextInt(8) == 0 ? 5 + random.nextInt(DEEPEST - 4) : 1 + random.nextInt(4);
        return make(random, 1 + random.nextInt(4), depth);
    }

    /** One definition with the variables and event tables of all, for the population of the first; picks of one study that are picks of another are one. */
    static DatasetDefinition together(List<DatasetDefinition> studies) {
        Map<String, Series> variables = new LinkedHashMap<>();
        Map<String, SeriesCollection> events = new LinkedHashMap<>();
        Nodes nodes = new Nodes();
        Optional<Series> population = Optional.empty();
        for (int i = 0; i < studies.size(); i++) {
            DatasetDefinition study = studies.get(i);
            String prefix = studies.size() == 1 ? "" : "s" + i + "_";
            Map<Node, Node> became = Replacement.of(study.roots(), (_, node) -> node, nodes);
            Series own = (Series) became.get(study.population());
            population = population.or(() -> Optional.of(own));
            if (studies.size() > 1) {
                variables.put(prefix + "population", own);
            }
            study.variables().forEach((name, series) -> variables.put(prefix + name, (Series) became.get(series)));
            study.events().forEach((name, table) -> events.put(prefix + name, (SeriesCollection) became.get(table)));
        }
        return new DatasetDefinition(population.orElseThrow(), variables, events, DummyDataSettings.DATASET_DEFAULT);
    }

    /** A definition of so many variables; expressions are about so deep. */
    static DatasetDefinition make(Random random, int count, int depth) {
        RandomSeries study = new RandomSeries(random, false);
        int parts = 12 + 3 * depth;
        study.budget(parts);
        Series population = study.patient(Type.BOOL, 1 + random.nextInt(depth));
        Map<String, Series> variables = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            study.budget(parts);
            variables.put("v" + i, study.patient(study.type(), random.nextInt(depth + 1)));
        }
        Map<String, SeriesCollection> events = new LinkedHashMap<>();
        if (random.nextInt(4) == 0) {
            study.budget(parts);
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
