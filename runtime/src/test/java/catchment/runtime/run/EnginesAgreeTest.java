package catchment.runtime.run;

import static org.assertj.core.api.Assertions.assertThat;

import catchment.compiler.definition.DatasetDefinition;
import catchment.compiler.definition.Spans;
import catchment.dialects.program.SqlProgram;
import catchment.runtime.Progress;
import catchment.runtime.RunException;
import catchment.runtime.data.UsedTables;
import catchment.runtime.engine.DuckDbEngine;
import catchment.runtime.engine.Engines;
import catchment.runtime.engine.ProgramRunner;
import catchment.runtime.reference.ReferenceInterpreter;
import catchment.runtime.tables.ResultTable;
import catchment.runtime.tables.Tables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Definitions at random give the same rows on DuckDB as on the reference interpreter. {@code -Dagree.seeds=100} tries so many of them. */
final class EnginesAgreeTest {
    private static final double TOLERANCE = 1e-9;

    static LongStream seeds() {
        long first = Long.getLong("agree.first", 1);
        return LongStream.range(first, first + Long.getLong("agree.seeds", 0));
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("seeds")
    void onADefinitionAtRandom(long seed) throws RunException {
        RandomDefinitions made = new RandomDefinitions(seed);
        DatasetDefinition dataset = made.dataset();
        Tables tables = made.tables();
        SqlProgram program = new DialectPlanner(Engines.DUCKDB).program(dataset, new Spans());
        Map<String, List<List<Object>>> rows = new LinkedHashMap<>();
        try (DuckDbEngine engine = DuckDbEngine.empty()) {
            engine.load(UsedTables.of(dataset.roots()), tables);
            engine.shutOff();
            new ProgramRunner(engine.session(), Progress.NONE).run(program, (query, stream) -> {
                List<List<Object>> found = rows.computeIfAbsent(query.name(), _ -> new ArrayList<>());
                while (stream.next()) {
                    List<Object> row = new ArrayList<>();
                    for (int i = 0; i < query.columns().size(); i++) {
                        row.add(stream.value(i));
                    }
                    found.add(row);
                }
            });
        }
        for (ResultTable expected : new ReferenceInterpreter(dataset).run(tables)) {
            assertThat(rows.get(expected.name())).as(expected.name()).usingElementComparator(EnginesAgreeTest::compare).containsExactlyElementsOf(expected.rows());
        }
    }

    private static int compare(List<Object> left, List<Object> right) {
        boolean same = left.size() == right.size() && IntStream.range(0, left.size()).allMatch(i -> same(left.get(i), right.get(i)));
        return same ? 0 : 1;
    }

    private static boolean same(Object left, Object right) {
        if (left instanceof Double one && right instanceof Double other) {
            return Math.abs(one - other) <= TOLERANCE * Math.max(Math.abs(one), Math.abs(other));
        }
        return Objects.equals(left, right);
    }
}
