package catchment.compiler.query;

import static catchment.compiler.query.Checked.IMPORTS;
import static catchment.compiler.query.Checked.compilesBelow;
import static catchment.compiler.query.Checked.fails;
import static catchment.compiler.query.Checked.failsBelow;
import static catchment.compiler.query.Checked.failsInMeasures;
import static org.assertj.core.api.Assertions.assertThat;

import catchment.compiler.definition.MeasuresDefinition;
import catchment.compiler.definition.MeasuresDefinition.Interval;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class MeasuresTest {
    private static final String NUMERATOR = "numerator=apcs.where(apcs.admission_date.is_during(INTERVAL)).exists_for_patient()";
    private static final String REST = "denominator=patients.exists_for_patient(), intervals=years(2).starting_on(\"2020-01-01\")";

    @Test
    void wantsIntervalsWithDates() {
        failsInMeasures("measures.define_measure(\"a\", " + NUMERATOR + ", denominator=patients.exists_for_patient(), intervals=^years(2)^)", QueryCode.INTERVAL_WITHOUT_DATE);
        failsInMeasures("measures.define_measure(\"a\", " + NUMERATOR + ", denominator=patients.exists_for_patient(), intervals=[(^\"2020-01-01\"^, \"2020-12-31\")])", QueryCode.INTERVAL_FORM);
        failsInMeasures("measures.define_measure(\"a\", " + NUMERATOR + ", denominator=patients.exists_for_patient(), intervals=^(1, 2)^)", QueryCode.INTERVAL_FORM);
        failsInMeasures("measures.define_defaults(intervals=months(^patients.age_on(study_start)^).starting_on(study_start))\n", QueryCode.INTERVAL_FORM);
        failsInMeasures("measures.define_measure(\"a\", " + NUMERATOR + ", denominator=patients.exists_for_patient(), intervals=months(12).starting_on(^\"2020\"^))", QueryCode.DATE_FORMAT);
    }

    @Test
    void countsTrueOrWholeNumbers() {
        failsInMeasures("measures.define_measure(\"a\", numerator=^patients.sex^, " + REST + ")", QueryCode.MEASURE_VALUE_TYPE);
        failsInMeasures("measures.define_measure(\"a\", numerator=^apcs^, " + REST + ")", QueryCode.FRAME_AS_CONDITION);
        failsInMeasures("measures.define_measure(\"a\", numerator=^apcs.admission_date > study_start^, " + REST + ")", QueryCode.MANY_ROWS);
        failsInMeasures("^measures.define_measure(\"a\", " + NUMERATOR + ")^", QueryCode.MEASURE_INCOMPLETE);
    }

    @Test
    void namesGroups() {
        failsInMeasures("measures.define_measure(\"a\", " + NUMERATOR + ", " + REST + ", group_by=^patients.sex^)", QueryCode.GROUP_BY_FORM);
        failsInMeasures("measures.define_measure(\"a\", " + NUMERATOR + ", " + REST + ", group_by={^\"ratio\"^: patients.sex})", QueryCode.RESERVED_NAME);
        failsInMeasures("measures.define_measure(\"a\", " + NUMERATOR + ", " + REST + ", group_by={^\"by sex\"^: patients.sex})", QueryCode.VARIABLE_NAME);
        failsInMeasures(
                "measures.define_defaults(" + NUMERATOR + ", " + REST + ")\nmeasures.define_measure(\"a\", group_by={\"g\": patients.sex})\n"
                        + "measures.define_measure(\"b\", group_by={^\"g\"^: patients.date_of_birth.year})",
                QueryCode.GROUP_NAME_CLASH);
    }

    @Test
    void definesEachMeasureOnce() {
        failsInMeasures(
                "measures.define_defaults(" + NUMERATOR + ", " + REST + ")\nmeasures.define_measure(\"a\")\nmeasures.define_measure(^\"a\"^)",
                QueryCode.MEASURE_SET_TWICE);
        failsInMeasures("measures.define_defaults()\n^measures.define_defaults(" + REST + ")^\nmeasures.define_measure(\"a\", " + NUMERATOR + ", " + REST + ")", QueryCode.DEFAULTS_TWICE);
        failsInMeasures("measures.^define_mesure^(\"a\", " + NUMERATOR + ", " + REST + ")\nmeasures.define_measure(\"b\", " + NUMERATOR + ", " + REST + ")", QueryCode.UNKNOWN_METHOD);
        failsBelow(IMPORTS, "measures = ^create_measures()^", Map.of(), List.of(), QueryCode.NOTHING_DEFINED);
    }

    @Test
    void keepsIntervalsOutOfDatasets() {
        fails("dataset.x = patients.age_on(^INTERVAL.end_date^)", QueryCode.INTERVAL_OUTSIDE_MEASURES);
        fails("day = ^INTERVAL.start_date^\ndataset.x = apcs.where(apcs.admission_date > day).exists_for_patient()", QueryCode.INTERVAL_OUTSIDE_MEASURES);
    }

    @Test
    void sortsIntervalsAndFillsInDefaults() {
        MeasuresDefinition measures = compilesBelow(
                        IMPORTS + "measures = create_measures()\n",
                        "measures.define_defaults(denominator=patients.exists_for_patient(), intervals=months(2).starting_on(\"2020-01-31\"), group_by={\"sex\": patients.sex})\n"
                                + "measures.define_measure(\"a\", " + NUMERATOR + ")\nmeasures.define_measure(\"b\", " + NUMERATOR + ", group_by={})",
                        Map.of(),
                        List.of())
                .measures()
                .orElseThrow();
        assertThat(measures.measures().getFirst().intervals())
                .containsExactly(
                        new Interval(LocalDate.of(2020, 1, 31), LocalDate.of(2020, 2, 29)),
                        new Interval(LocalDate.of(2020, 3, 1), LocalDate.of(2020, 3, 30)));
        assertThat(measures.measures().get(0).groupBy()).containsOnlyKeys("sex");
        assertThat(measures.measures().get(1).groupBy()).isEmpty();
        assertThat(measures.dummyData().populationSize()).isEmpty();
    }
}
