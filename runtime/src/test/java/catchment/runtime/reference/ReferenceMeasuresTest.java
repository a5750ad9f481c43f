package catchment.runtime.reference;

import static catchment.runtime.Definitions.*;
import static org.assertj.core.api.Assertions.assertThat;

import catchment.compiler.definition.DummyDataSettings;
import catchment.compiler.definition.MeasuresDefinition;
import catchment.compiler.definition.MeasuresDefinition.Interval;
import catchment.compiler.definition.MeasuresDefinition.Measure;
import catchment.compiler.model.Count;
import catchment.compiler.model.EventFrame;
import catchment.compiler.model.Filter;
import catchment.compiler.model.Frame;
import catchment.compiler.model.Operator;
import catchment.compiler.model.Parameter;
import catchment.compiler.model.Series;
import catchment.compiler.model.Type;
import catchment.runtime.Progress;
import catchment.runtime.tables.ResultTable;
import catchment.runtime.tables.Table;
import catchment.runtime.tables.Tables;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ReferenceMeasuresTest {
    private static final Series START = node(new Parameter("interval_start_date", Type.DATE));
    private static final Series END = node(new Parameter("interval_end_date", Type.DATE));
    private static final Interval JANUARY = new Interval(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 1, 31));
    private static final Interval FEBRUARY = new Interval(LocalDate.of(2024, 2, 1), LocalDate.of(2024, 2, 29));

    private static final EventFrame DURING = node(new Filter(
            EVENTS,
            call(Operator.AND, call(Operator.GE, select(EVENTS, "d"), START), call(Operator.LE, select(EVENTS, "d"), END))));
    private static final Series COUNT = node(new Count(DURING));
    private static final Series SEX = select(PATIENTS, "sex");

    private static final Tables TABLES = new Tables(Map.of(
            "patients",
            new Table(
                    List.of(new Table.Column("sex", Type.STR)),
                    List.of(patient(1, "female"), patient(2, "male"), patient(3, null), patient(4, "female"))),
            "events",
            new Table(
                    List.of(new Table.Column("d", Type.DATE), new Table.Column("i", Type.INT), new Table.Column("j", Type.INT)),
                    List.of(
                            event(1, LocalDate.of(2024, 1, 31), 5L, 1L),
                            event(1, LocalDate.of(2024, 1, 2), null, 2L),
                            event(1, LocalDate.of(2024, 2, 1), 7L, 1L),
                            event(2, LocalDate.of(2024, 2, 29), -3L, 1L),
                            event(3, LocalDate.of(2024, 1, 1), null, 1L),
                            event(5, LocalDate.of(2023, 12, 31), 1L, 1L)))));

    private static Table.Row patient(long id, String sex) {
        return new Table.Row(id, Arrays.asList(sex));
    }

    private static Table.Row event(long id, Object... values) {
        return new Table.Row(id, Arrays.asList(values));
    }

    private static Measure measure(String name, Series numerator, Series denominator, Map<String, Series> groups) {
        return new Measure(name, numerator, denominator, groups, List.of(JANUARY, FEBRUARY));
    }

    private static List<List<Object>> rows(Measure... measures) {
        return rows(TABLES, measures);
    }

    private static List<List<Object>> rows(Tables tables, Measure... measures) {
        MeasuresDefinition definition = new MeasuresDefinition(List.of(measures), DummyDataSettings.MEASURES_DEFAULT, true);
        List<ResultTable> results = new ReferenceMeasures(definition).run(tables, Progress.NONE);
        assertThat(results).extracting(ResultTable::name).containsExactly(Arrays.stream(measures).map(Measure::name).toArray(String[]::new));
        return results.getFirst().rows();
    }

    private static List<Object> row(Object... values) {
        return Arrays.asList(values);
    }

    @Test
    void countsPatientsInTheDenominatorByIntervalAndGroupNullFirst() {
        assertThat(rows(measure("m", exists(DURING), exists(PATIENTS), Map.of("sex", SEX)))).containsExactly(
                row(0L, 1L, 1L, null), row(0L, 1L, 2L, "female"), row(0L, 0L, 1L, "male"),
                row(1L, 0L, 1L, null), row(1L, 1L, 2L, "female"), row(1L, 1L, 1L, "male"));
    }

    @Test
    void patientsJoinAndLeaveWithTheInterval() {
        assertThat(rows(measure("m", exists(PATIENTS), exists(DURING), Map.of("sex", SEX)))).containsExactly(
                row(0L, 1L, 1L, null), row(0L, 1L, 1L, "female"), row(1L, 1L, 1L, "female"), row(1L, 1L, 1L, "male"));
    }

    @Test
    void aWholeNumberAsDenominatorCountsWhatIsAboveZero() {
        assertThat(rows(measure("m", exists(PATIENTS), COUNT, Map.of()))).containsExactly(row(0L, 2L, 3L), row(1L, 2L, 2L));
    }

    @Test
    void aMissingNumeratorCountsForNothingAndMayBeBelowZero() {
        Series value = select(last(sorted(DURING, "d")), "i");
        assertThat(rows(measure("m", value, exists(DURING), Map.of()))).containsExactly(row(0L, 5L, 2L), row(1L, 4L, 2L));
    }

    @Test
    void nobodyInTheDenominatorIsNoRow() {
        Series nobody = call(Operator.LT, COUNT, value(0L));
        assertThat(rows(measure("m", COUNT, nobody, Map.of()))).isEmpty();
    }

    @Test
    void aSumBeyond64BitsIsMissing() {
        assertThat(rows(measure("m", value(Long.MAX_VALUE), exists(DURING), Map.of()))).containsExactly(row(0L, null, 2L), row(1L, null, 2L));
    }

    @Test
    void groupsThatAreOneExpressionAreTwoColumns() {
        Map<String, Series> twice = new LinkedHashMap<>();
        twice.put("a", SEX);
        twice.put("b", SEX);
        assertThat(rows(measure("m", exists(PATIENTS), exists(DURING), twice), measure("other", exists(PATIENTS), exists(DURING), Map.of("c", SEX))))
                .containsExactly(
                        row(0L, 1L, 1L, null, null), row(0L, 1L, 1L, "female", "female"),
                        row(1L, 1L, 1L, "female", "female"), row(1L, 1L, 1L, "male", "male"));
    }

    /** The two rows are equal by what the pick is sorted by. */
    @Test
    void tiesGoByWhatIsSelectedInMeasuresWithTheSameDenominatorAndInNoOthers() {
        Tables tied = new Tables(Map.of("events", new Table(
                List.of(new Table.Column("d", Type.DATE), new Table.Column("i", Type.INT), new Table.Column("j", Type.INT)),
                List.of(event(1, LocalDate.of(2024, 1, 2), 9L, 1L), event(1, LocalDate.of(2024, 1, 3), -3L, 1L)))));
        Frame last = last(sorted(EVENTS, "j"));
        Series year = call(Operator.YEAR_FROM_DATE, select(last, "d"));
        Measure number = measure("number", select(last, "i"), exists(EVENTS), Map.of());
        assertThat(rows(tied, number)).first().isEqualTo(row(0L, 9L, 1L));
        assertThat(rows(tied, number, measure("year", year, exists(EVENTS), Map.of()))).first().isEqualTo(row(0L, -3L, 1L));
        assertThat(rows(tied, number, measure("year", year, COUNT, Map.of()))).first().isEqualTo(row(0L, 9L, 1L));
    }
}
