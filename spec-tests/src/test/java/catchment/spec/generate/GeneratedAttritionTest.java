package catchment.spec.generate;

import static org.assertj.core.api.Assertions.assertThat;

import catchment.compiler.definition.DatasetDefinition;
import catchment.compiler.definition.DummyDataSettings;
import catchment.compiler.definition.Spans;
import catchment.runtime.Progress;
import catchment.runtime.attrition.Attrition;
import catchment.runtime.reference.ReferenceInterpreter;
import catchment.runtime.reference.ReferenceInterpreter.PatientValues;
import catchment.runtime.reference.ReferenceMeasures;
import catchment.runtime.tables.ResultTable;
import catchment.runtime.tables.Tables;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** For more, or others, see {@link SeedRange}. */
final class GeneratedAttritionTest {
    @Test
    void noStepAddsPatientsTheLastLeavesThePopulationAndTheEnginesAgree() throws Exception {
        SeedRange.of(getClass(), "attritions", 40_000, 75).workers(2).check(1, Agreement::inProcess, (seeds, agreement) -> {
            Random random = new Random(seeds.getFirst() * 41);
            DatasetDefinition dataset = RandomStudy.make(random, 1 + random.nextInt(4), 1 + random.nextInt(5));
            Attrition attrition = new Attrition(dataset);
            List<Long> remaining = remaining(attrition, agreement.tables());
            assertThat(remaining).as("steps of " + seeds).isSortedAccordingTo((one, other) -> Long.compare(other, one));
            assertThat(remaining.getLast()).as("population of " + seeds).isEqualTo(population(dataset, agreement.tables()));
            return agreement.difference(attrition.measures());
        });
    }

    private static List<Long> remaining(Attrition attrition, Tables tables) throws Exception {
        Map<String, List<List<Object>>> numbers = new ReferenceMeasures(attrition.measures())
                .run(tables, Progress.NONE).stream().collect(Collectors.toMap(ResultTable::name, ResultTable::rows));
        return attrition.table(numbers::get, false, new Spans(), Map.of()).rows().stream().map(row -> (Long) row.get(3)).toList();
    }

    /** Who is in the population, of those whom its own tables know: a definition that is not made at random has no others. */
    private static long population(DatasetDefinition dataset, Tables tables) {
        DatasetDefinition alone = new DatasetDefinition(dataset.population(), Map.of(), Map.of(), DummyDataSettings.DATASET_DEFAULT);
        Set<Long> known = new HashSet<>(new ReferenceInterpreter(alone).values(tables, List.of(dataset.population())).patients());
        PatientValues values = new ReferenceInterpreter(dataset).values(tables, List.of(dataset.population()));
        long in = 0;
        for (int i = 0; i < values.patients().size(); i++) {
            in += known.contains(values.patients().get(i)) && Boolean.TRUE.equals(values.values().get(i).getFirst()) ? 1 : 0;
        }
        return in;
    }
}
