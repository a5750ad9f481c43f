package catchment.dialects.write;

import catchment.compiler.definition.MeasuresDefinition;
import catchment.compiler.definition.MeasuresDefinition.Interval;
import catchment.compiler.model.Count;
import catchment.compiler.model.EventFrame;
import catchment.compiler.model.Operator;
import catchment.compiler.model.PickOneRowPerPatient;
import catchment.compiler.model.Series;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Measures of the kinds that studies have; the SQL of each lies beside the tests for a reviewer to read. */
enum TypicalMeasures {
    /** One measure of one interval. */
    ONE(study -> study.measure("tested", tested(study), adult(study), Map.of(), Study.months(1)).measures()),
    /** One denominator, several numerators and groupings; a group that changes with the interval. */
    MANY(study -> many(study, Study.months(3))),
    /** Two denominators, one a number, and two lists of intervals, with a pick from which each selects something else. */
    APART(study -> {
        PickOneRowPerPatient last = study.last(before(study, study.intervalEnd()), "date");
        Series number = study.node(new Count(study.during(study.events)));
        Series high = study.call(Operator.GT, study.column(last, "value"), study.value(4.0));
        study.measure("high", high, adult(study), Map.of("code", study.column(last, "code")), Study.months(2));
        study.measure("flagged", study.column(last, "flag"), number, Map.of(), Study.months(2));
        study.measure("high_by_quarter", high, adult(study), Map.of(), List.of(new Interval(
                Study.months(1).getFirst().start(), Study.months(3).getLast().end())));
        return study.measures();
    });

    private final Function<Study, MeasuresDefinition> definition;

    TypicalMeasures(Function<Study, MeasuresDefinition> definition) {
        this.definition = definition;
    }

    MeasuresDefinition define(Study study) {
        return definition.apply(study);
    }

    /** {@link #MANY} with these intervals. */
    static MeasuresDefinition many(Study study, List<Interval> intervals) {
        Series sex = study.column(study.patients, "sex");
        Series age = study.call(Operator.DATE_DIFFERENCE_IN_YEARS, study.intervalStart(), study.column(study.patients, "date_of_birth"));
        Series band = study.when(study.call(Operator.LT, age, study.value(65L)), study.value("18-64"), study.value("65+"));
        Series place = study.column(study.last(before(study, study.intervalStart()), "date"), "text");
        Series known = study.exists(study.where(study.events, study.in(study.column(study.events, "code"), "60621009")));
        Series denominator = study.call(Operator.AND, adult(study), known);
        Map<String, Series> both = new LinkedHashMap<>();
        both.put("sex", sex);
        both.put("age_band", band);
        study.measure("tested", tested(study), denominator, both, intervals);
        study.measure("tests", study.node(new Count(study.during(study.events))), denominator, both, intervals);
        study.measure("tested_by_place", tested(study), denominator, Map.of("place", place), intervals);
        return study.measures();
    }

    private static Series tested(Study study) {
        EventFrame tests = study.where(study.events, study.in(study.column(study.events, "code"), "60621009", "1000001"));
        return study.exists(study.during(tests));
    }

    private static Series adult(Study study) {
        Series age = study.call(Operator.DATE_DIFFERENCE_IN_YEARS, study.intervalStart(), study.column(study.patients, "date_of_birth"));
        return study.call(Operator.GE, age, study.value(18L));
    }

    private static EventFrame before(Study study, Series day) {
        return study.where(study.events, study.call(Operator.LE, study.column(study.events, "date"), day));
    }
}
