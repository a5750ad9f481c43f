package catchment.dialects.write;

import catchment.compiler.definition.DatasetDefinition;
import catchment.compiler.model.Aggregate;
import catchment.compiler.model.Case;
import catchment.compiler.model.CombineAsSet;
import catchment.compiler.model.Count;
import catchment.compiler.model.CountEpisodes;
import catchment.compiler.model.EventFrame;
import catchment.compiler.model.In;
import catchment.compiler.model.Operator;
import catchment.compiler.model.PickOneRowPerPatient;
import catchment.compiler.model.Series;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Definitions of the kinds that studies have; the SQL of each lies beside the tests for a reviewer to read. */
enum TypicalStudy {
    PATIENT_VALUES(study -> {
        Series born = study.column(study.patients, "date_of_birth");
        Series age = study.call(Operator.DATE_DIFFERENCE_IN_YEARS, study.value(index()), born);
        study.variable("age", age);
        study.variable("sex", study.column(study.patients, "sex"));
        study.variable("age_band", study.when(study.call(Operator.LT, age, study.value(65L)), study.value("18-64"), study.value("65+")));
        study.variable("next_score", study.call(Operator.ADD, study.column(study.patients, "score"), study.value(1L)));
        study.variable("coming_of_age", study.call(Operator.DATE_ADD_YEARS, born, study.value(18L)));
        return study.of(study.call(Operator.GE, age, study.value(18L)));
    }),
    LAST_ROW(study -> {
        EventFrame before = study.where(study.events, study.call(Operator.LT, study.column(study.events, "date"), study.value(index())));
        PickOneRowPerPatient last = study.last(before, "date");
        study.variable("last_value", study.column(last, "value"));
        study.variable("last_date", study.column(last, "date"));
        study.variable("first_value", study.column(study.first(before, "date", "number"), "value"));
        return study.of(study.exists(study.patients));
    }),
    ONE_TABLE_FOR_MANY(study -> {
        Object[] codes = new Object[40];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = String.valueOf(1_000_000 + i);
        }
        EventFrame asthma = study.where(study.events, study.in(study.column(study.events, "code"), codes));
        EventFrame bmi = study.where(study.events, study.in(study.column(study.events, "code"), "60621009", "301331008"));
        study.variable("asthma", study.exists(asthma));
        study.variable("asthma_reviews", study.node(new Count(asthma)));
        study.variable("bmi", study.column(study.last(bmi, "date"), "value"));
        study.variable("mean_bmi", study.aggregate(Aggregate.Kind.MEAN, study.column(bmi, "value")));
        study.variable("total", study.aggregate(Aggregate.Kind.SUM, study.column(study.events, "number")));
        return study.of(study.exists(study.patients));
    }),
    LEVELS(study -> {
        PickOneRowPerPatient first = study.first(study.events, "date");
        Series end = study.call(Operator.DATE_ADD_MONTHS, study.column(first, "date"), study.value(6L));
        EventFrame after = study.where(study.events, study.call(Operator.LE, study.column(study.events, "date"), end));
        study.variable("events_in_half_a_year", study.node(new Count(after)));
        Series adult = study.call(Operator.LT, study.column(study.patients, "date_of_birth"), study.value(LocalDate.of(2000, 1, 1)));
        return study.of(study.call(Operator.AND, adult, study.exists(study.events)));
    }),
    SETS_AND_EPISODES(study -> {
        CombineAsSet texts = study.node(new CombineAsSet(study.column(study.events, "text")));
        study.variable("sex_in_texts", study.node(new In(study.column(study.patients, "sex"), texts)));
        study.variable("episodes", study.node(new CountEpisodes(study.column(study.events, "date"), 14)));
        return study.of(study.exists(study.events));
    }),
    EVENT_TABLE(study -> {
        EventFrame recent = study.where(study.events, study.call(Operator.GE, study.column(study.events, "date"), study.value(index())));
        Map<String, Series> members = new LinkedHashMap<>();
        members.put("date", study.column(recent, "date"));
        members.put("value", study.column(recent, "value"));
        members.put("sex", study.column(study.patients, "sex"));
        study.variable("sex", study.column(study.patients, "sex"));
        study.output("tests", members);
        return study.of(study.exists(study.patients));
    }),
    SHARED_SCALARS(study -> {
        Series score = study.column(study.patients, "score");
        for (long i = 0; i < 12; i++) {
            score = study.when(
                    study.call(Operator.EQ, score, study.value(i)),
                    study.call(Operator.ADD, score, study.value(1L)),
                    study.call(Operator.MULTIPLY, score, study.value(2L)));
        }
        study.variable("score", score);
        return study.of(study.exists(study.patients));
    }),
    LONG_MAPPING(study -> {
        List<Case.Branch> branches = new ArrayList<>();
        for (long i = 0; i < 60; i++) {
            Series condition = study.call(Operator.EQ, study.column(study.patients, "score"), study.value(i));
            branches.add(new Case.Branch(condition, Optional.of(study.value("band " + i / 10))));
        }
        study.variable("band", study.node(new Case(branches, Optional.of(study.value("none")))));
        return study.of(study.exists(study.patients));
    });

    private final Function<Study, DatasetDefinition> definition;

    TypicalStudy(Function<Study, DatasetDefinition> definition) {
        this.definition = definition;
    }

    DatasetDefinition define(Study study) {
        return definition.apply(study);
    }

    private static LocalDate index() {
        return LocalDate.of(2020, 3, 31);
    }
}
