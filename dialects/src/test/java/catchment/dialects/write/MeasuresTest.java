package catchment.dialects.write;

import static org.assertj.core.api.Assertions.assertThat;

import catchment.compiler.definition.MeasuresDefinition;
import catchment.compiler.model.Aggregate;
import catchment.compiler.model.Count;
import catchment.compiler.model.EventFrame;
import catchment.compiler.model.Operator;
import catchment.compiler.model.PickOneRowPerPatient;
import catchment.compiler.model.Series;
import catchment.compiler.plan.MeasuresPlanner;
import catchment.compiler.plan.Plan;
import catchment.dialects.duckdb.DuckDb;
import catchment.dialects.program.SqlProgram;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelVisitor;
import org.apache.calcite.rel.core.TableScan;
import org.junit.jupiter.api.Test;

final class MeasuresTest {
    private static final DuckDb DUCKDB = new DuckDb();

    private final Study study = new Study();

    @Test
    void tablesAreReadAsOftenForTwelveIntervalsAsForOne() {
        Map<String, Integer> one = scans(TypicalMeasures.many(new Study(), Study.months(1)));
        Map<String, Integer> twelve = scans(TypicalMeasures.many(new Study(), Study.months(12)));
        assertThat(twelve).isEqualTo(one);
        // once for what no interval changes, once for all that intervals change
        assertThat(twelve).containsEntry("events", 2);
    }

    @Test
    void whatNoIntervalChangesHasOneRowForEachPatient() {
        Plan plan = plan(TypicalMeasures.many(study, Study.months(12)));
        Plan.Stage lasting = plan.stages().getFirst();
        assertThat(lasting.name()).isEqualTo("denominator");
        assertThat(lasting.relation().getRowType().getFieldNames()).doesNotContain("interval");
    }

    @Test
    void measuresWithOneDenominatorAndOneGroupingAreSummedTogether() {
        Plan plan = plan(TypicalMeasures.many(study, Study.months(12)));
        assertThat(plan.stages().stream().map(Plan.Stage::name)).containsOnlyOnce("tested_and_tests_sums");
        assertThat(plan.outputs().stream().map(Plan.Output::name)).containsExactly("tested", "tests", "tested_by_place");
    }

    @Test
    void eachIntervalIsARowOfData() {
        Plan plan = plan(TypicalMeasures.many(study, Study.months(12)));
        assertThat(plan.data()).singleElement().satisfies(data -> {
            assertThat(data.rows()).hasSize(12);
            assertThat(data.rows().get(1)).containsExactly(1L, LocalDate.of(2020, 2, 1), LocalDate.of(2020, 2, 29));
        });
    }

    @Test
    void patientsJoinAndLeaveGroupsFromIntervalToInterval() throws SQLException {
        PickOneRowPerPatient last = study.last(until(study.intervalEnd()), "date");
        Series denominator = study.exists(until(study.intervalEnd()));
        Series tested = study.exists(study.during(study.events));
        study.measure("m", tested, denominator, Map.of("text", study.column(last, "text")), Study.months(5));
        // patient 2 is there from the start without a text, patient 1 has one from January to April
        assertThat(rows(study.measures(), 0))
                .containsExactly("0|0|1|", "0|1|1|m", "1|0|1|", "1|0|1|m", "2|0|1|", "2|0|1|m", "3|0|1|", "3|0|1|m", "4|1|2|");
    }

    @Test
    void anIntervalWithNobodyInTheDenominatorHasNoRow() throws SQLException {
        Series events = study.node(new Count(study.during(study.events)));
        study.measure("m", study.value(true), events, Map.of(), Study.months(5));
        assertThat(rows(study.measures(), 0)).containsExactly("0|1|1", "4|1|1");
    }

    @Test
    void aMissingNumeratorCountsAsZeroAndANumberAsItself() throws SQLException {
        Series number = study.aggregate(Aggregate.Kind.SUM, study.column(study.during(study.events), "number"));
        Series everybody = study.exists(study.patients);
        study.measure("numbers", number, everybody, Map.of(), Study.months(2));
        study.measure("smokers", study.column(study.patients, "smoker"), everybody, Map.of(), Study.months(2));
        assertThat(rows(study.measures(), 0)).containsExactly("0|3|3", "1|0|3");
        assertThat(rows(study.measures(), 1)).containsExactly("0|1|3", "1|1|3");
    }

    @Test
    void aSumThatDoesNotFitIsNull() throws SQLException {
        Series score = study.column(study.patients, "score");
        study.measure("m", score, study.exists(study.patients), Map.of(), Study.months(1));
        assertThat(rows(study.measures(), 0)).containsExactly("0||3");
    }

    @Test
    void aGroupMayHaveTheNameOfAnotherColumn() throws SQLException {
        Series sex = study.column(study.patients, "sex");
        study.measure("interval", study.column(study.patients, "smoker"), study.exists(study.patients), Map.of("interval", sex), Study.months(1));
        assertThat(rows(study.measures(), 0)).containsExactly("0|0|1|", "0|0|1|f", "0|1|1|m");
    }

    @Test
    void twoGroupsOfOneExpressionAreTwoColumns() throws SQLException {
        Series sex = study.column(study.patients, "sex");
        study.measure("m", study.column(study.patients, "smoker"), study.exists(study.patients), Map.of("a", sex), Study.months(1));
        study.measure("n", study.column(study.patients, "smoker"), study.exists(study.patients), Map.of("b", sex), Study.months(1));
        assertThat(rows(study.measures(), 1)).isEqualTo(rows(study.measures(), 0)).containsExactly("0|0|1|", "0|0|1|f", "0|1|1|m");
    }

    /** Of two rows of one day the greater of what the measures of one denominator select is taken, whatever others select. */
    @Test
    void tiesAreDecidedAmongMeasuresThatShareADenominator() throws SQLException {
        PickOneRowPerPatient last = study.last(until(study.intervalEnd()), "date");
        Series text = study.column(last, "text");
        Series number = study.column(last, "number");
        Series everybody = study.exists(study.patients);
        Series born = study.call(Operator.NOT, study.call(Operator.IS_NULL, study.column(study.patients, "date_of_birth")));
        study.measure("together", number, everybody, Map.of("text", text), Study.months(1));
        study.measure("alone", study.value(true), born, Map.of("text", text), Study.months(1));
        MeasuresDefinition measures = study.measures();
        try (Engine engine = engine("(9, '2020-01-05', NULL, NULL, 1, NULL, 'b')", "(9, '2020-01-05', NULL, NULL, 2, NULL, 'a')")) {
            SqlProgram program = Programs.of(measures, study.spans(), DUCKDB);
            assertThat(engine.rows(program, 0)).contains("0|2|1|a");
            assertThat(engine.rows(program, 1)).contains("0|1|1|b");
        }
    }

    private EventFrame until(Series day) {
        return study.where(study.events, study.call(Operator.LE, study.column(study.events, "date"), day));
    }

    private static Engine engine(String... events) throws SQLException {
        Engine engine = new Engine().run(Engine.TABLES).run("INSERT INTO patients VALUES (9, '1980-01-01', 'm', 1, 1, TRUE)");
        return engine.run("INSERT INTO events VALUES " + String.join(", ", events));
    }

    private List<String> rows(MeasuresDefinition measures, int result) throws SQLException {
        try (Engine engine = new Engine()) {
            return engine.run(Engine.TABLES).rows(Programs.of(measures, study.spans(), DUCKDB), result);
        }
    }

    private Plan plan(MeasuresDefinition measures) {
        return MeasuresPlanner.plan(measures, study.spans(), DUCKDB.capabilities());
    }

    /** How often each table of the database is read, by stages and results together. */
    private Map<String, Integer> scans(MeasuresDefinition measures) {
        Plan plan = plan(measures);
        Map<String, Integer> scans = new HashMap<>();
        RelVisitor visitor = new RelVisitor() {
            @Override
            public void visit(RelNode node, int ordinal, RelNode parent) {
                if (node instanceof TableScan scan) {
                    scans.merge(scan.getTable().getQualifiedName().getLast(), 1, Integer::sum);
                }
                super.visit(node, ordinal, parent);
            }
        };
        plan.stages().forEach(stage -> visitor.go(stage.relation()));
        plan.outputs().forEach(output -> visitor.go(output.relation()));
        return scans;
    }
}
