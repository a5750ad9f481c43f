package catchment.compiler.query;

import static catchment.compiler.query.Entry.method;
import static catchment.compiler.query.Entry.parameter;
import static catchment.compiler.query.Entry.rest;

import catchment.compiler.eval.EvalCode;
import catchment.compiler.eval.EvaluatedValue;
import catchment.compiler.model.Count;
import catchment.compiler.model.EventFrame;
import catchment.compiler.model.Exists;
import catchment.compiler.model.Filter;
import catchment.compiler.model.Frame;
import catchment.compiler.model.Operator;
import catchment.compiler.model.PickOneRowPerPatient;
import catchment.compiler.model.PickOneRowPerPatient.Position;
import catchment.compiler.model.Series;
import catchment.compiler.model.Sort;
import catchment.grammar.diagnostic.Diagnostic;
import java.util.List;

/** What frames have. */
final class FrameOperations {
    private static final Receiver FRAME = Receiver.of(Receiver.Kind.FRAME);
    private static final Receiver EVENTS = Receiver.of(Receiver.Kind.EVENT_FRAME);
    private static final Receiver SORTED = Receiver.of(Receiver.Kind.SORTED_FRAME);

    private FrameOperations() {}

    static List<Entry> entries() {
        return List.of(
                method("exists_for_patient")
                        .on(FRAME)
                        .gives("true/false per patient")
                        .says("True where the patient has any row; never missing.")
                        .spec("frames/aggregate")
                        .builds(call -> call.give(new Exists(call.frame().node()))),
                method("count_for_patient")
                        .on(FRAME)
                        .gives("a whole number per patient")
                        .says("The number of rows; 0 where there is none.")
                        .spec("frames/aggregate")
                        .builds(call -> call.give(new Count(call.frame().node()))),
                method("where")
                        .on(EVENTS)
                        .takes(parameter("condition", Expect.ROW_CONDITION))
                        .gives("the rows that fit")
                        .says("Keeps the rows where `condition` is true; drops those where it is false or missing.")
                        .spec("frames/where")
                        .builds(call -> frame(call, new Filter(events(call), call.series("condition")))),
                method("except_where")
                        .on(EVENTS)
                        .takes(parameter("condition", Expect.ROW_CONDITION))
                        .gives("the rows that do not fit")
                        .says("Drops the rows where `condition` is true; keeps those where it is false or missing.")
                        .spec("frames/where")
                        .builds(FrameOperations::exceptWhere),
                method("sort_by")
                        .on(EVENTS)
                        .takes(rest("keys", Expect.SORT_KEY))
                        .gives("the rows in order")
                        .says("Sorts by the first key, then the second …; missing values come first.")
                        .spec("frames/sort_and_pick")
                        .builds(FrameOperations::sortBy),
                method("first_for_patient")
                        .on(SORTED)
                        .gives("one row per patient")
                        .says("The first row of each patient in the order of the sort.")
                        .spec("frames/sort_and_pick")
                        .builds(call -> pick(call, Position.FIRST)),
                method("last_for_patient")
                        .on(SORTED)
                        .gives("one row per patient")
                        .says("The last row of each patient in the order of the sort.")
                        .spec("frames/sort_and_pick")
                        .builds(call -> pick(call, Position.LAST)));
    }

    private static EventFrame events(Call call) {
        return (EventFrame) call.frame().node();
    }

    private static FrameValue frame(Call call, Frame node) {
        return new FrameValue(call.build().add(node), call.frame().table(), call.site().whole());
    }

    private static EvaluatedValue exceptWhere(Call call) {
        Build build = call.build();
        Series condition = call.series("condition");
        Series dropped = build.or(build.not(condition), build.apply(Operator.IS_NULL, condition));
        return frame(call, new Filter(events(call), dropped));
    }

    private static EvaluatedValue sortBy(Call call) {
        List<Series> keys = call.allSeries("keys");
        if (keys.isEmpty()) {
            return call.refuse(Diagnostic.error(
                            EvalCode.MISSING_ARGUMENT,
                            call.site().name().to(call.site().arguments()),
                            "sort_by needs at least one column")
                    .hint("for example sort_by(" + Words.source(call.site().receiver(), call.context()) + "."
                            + Frames.dateColumn(call.frame().node()).orElse("…") + ")"));
        }
        EventFrame sorted = events(call);
        for (Series key : keys.reversed()) {
            sorted = call.build().add(new Sort(sorted, key));
        }
        return frame(call, sorted);
    }

    private static EvaluatedValue pick(Call call, Position position) {
        return frame(call, new PickOneRowPerPatient(events(call), position));
    }
}
