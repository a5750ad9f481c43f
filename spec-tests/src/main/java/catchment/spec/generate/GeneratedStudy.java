package catchment.spec.generate;

import catchment.compiler.definition.DatasetDefinition;
import catchment.runtime.reference.ReferenceInterpreter;
import catchment.runtime.tables.ResultTable;
import catchment.runtime.tables.Tables;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A definition and records that a seed stands for.
 *
 * @param tables every table that the definition may read
 */
public record GeneratedStudy(DatasetDefinition dataset, Tables tables) {
    /** What the seed stands for, in every run. */
    public static GeneratedStudy ofSeed(long seed) {
        return new GeneratedStudy(RandomStudy.ofSeed(seed), RandomTables.make(new Random(Math.floorDiv(seed, SeedRange.SHARING))));
    }

    /** The first thing in which results differ from those of the reference interpreter; empty if nothing does. */
    public Optional<String> difference(List<ResultTable> results) {
        return Agreement.difference(new ReferenceInterpreter(dataset).run(tables), results.stream().map(ResultTable::rows).toList(), "the engine");
    }

    /** True if the rows of its tables are not those of the reference interpreter. */
    boolean isDifferent(List<List<List<Object>>> rows) {
        return Agreement.difference(new ReferenceInterpreter(dataset).run(tables), rows, "the engine").isPresent();
    }
}
