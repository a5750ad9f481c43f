package catchment.spec.generate;

import static org.assertj.core.api.Assertions.assertThat;

import catchment.compiler.definition.Spans;
import catchment.compiler.model.Graph;
import catchment.dialects.spi.Dialect;
import catchment.dialects.write.Programs;
import catchment.runtime.engine.DuckDbEngine;
import catchment.spec.cases.PageReader;
import catchment.spec.cases.PageWriter;
import catchment.spec.cases.SpecCase;
import catchment.spec.kit.CaseRun;
import catchment.spec.kit.ReferenceEngine;
import catchment.spec.kit.SessionSpecEngine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disagreement is planted; what is left of the generated study that shows it is a case of a few lines, which shows it too. */
final class ShrinkingTest {
    /** Takes {@code <=} for {@code <}. */
    private static final class Faulty extends LikeDuckDb {
        @Override
        public RelNode lowered(RelNode relation) {
            RelNode made = relation.getInputs().isEmpty() ? relation : relation.copy(relation.getTraitSet(), relation.getInputs().stream().map(this::lowered).toList());
            return made.accept(new RexShuttle() {
                @Override
                public RexNode visitCall(RexCall call) {
                    return super.visitCall(call) instanceof RexCall inner && inner.getOperator() == SqlStdOperatorTable.LESS_THAN
                            ? made.getCluster().getRexBuilder().makeCall(inner.getType(), SqlStdOperatorTable.LESS_THAN_OR_EQUAL, inner.getOperands())
                            : super.visitCall(call);
                }
            });
        }
    }

    @Test
    void whatIsLeftOfAFailingStudyIsACaseOfAFewLines(@TempDir Path folder) throws Exception {
        Dialect faulty = new Faulty();
        GeneratedStudy left;
        try (DuckDbEngine database = DuckDbEngine.empty()) {
            Shrinking.Failing failing = study -> {
                try (LoadedEngine engine = LoadedEngine.in(faulty, database.session(), study.tables())) {
                    return study.isDifferent(engine.results(Programs.of(study.dataset(), new Spans(), faulty)));
                }
            };
            left = Shrinking.of(failingStudy(failing), failing, Duration.ofMinutes(5));
        }

        String page = PageWriter.write(StudyAsCase.page(left, "a planted fault"));
        System.out.println(page);
        assertThat(Graph.postOrder(left.dataset().roots()).size()).isLessThanOrEqualTo(10);
        assertThat(left.tables().byName().values().stream().mapToInt(table -> table.rows().size()).sum()).isLessThanOrEqualTo(3);
        SpecCase one = PageReader.read("generated", "found", page).cases().getFirst();
        CaseRun run = new CaseRun(one, folder);
        assertThat(run.differencesOn(new ReferenceEngine())).isEmpty();
        try (DuckDbEngine database = DuckDbEngine.empty()) {
            assertThat(run.differencesOn(new SessionSpecEngine(faulty, database.session()))).isNotEmpty();
        }
    }

    private static GeneratedStudy failingStudy(Shrinking.Failing failing) throws Exception {
        for (long seed : LongStream.range(90_000, 90_500).toArray()) {
            GeneratedStudy study = GeneratedStudy.ofSeed(seed);
            if (Graph.postOrder(study.dataset().roots()).size() > 40 && failing.test(study)) {
                return study;
            }
        }
        throw new AssertionError("no study shows the fault");
    }
}
