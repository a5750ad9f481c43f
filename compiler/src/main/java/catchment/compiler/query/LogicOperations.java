package catchment.compiler.query;

import static catchment.compiler.query.Entry.method;
import static catchment.compiler.query.Entry.operator;
import static catchment.compiler.query.Entry.parameter;

import catchment.compiler.model.Operator;
import catchment.compiler.model.Type;
import java.util.List;

/** What conditions have. */
final class LogicOperations {
    private LogicOperations() {}

    static List<Entry> entries() {
        return List.of(
                operator("&")
                        .on(Receiver.series(Type.BOOL))
                        .takes(parameter("other", Expect.SAME))
                        .gives("true/false")
                        .says("True where both are true; false where either is false; else missing.")
                        .spec("booleans/logic")
                        .builds(call -> call.give(Operator.AND, call.receiver(), call.series("other"))),
                operator("|")
                        .on(Receiver.series(Type.BOOL))
                        .takes(parameter("other", Expect.SAME))
                        .gives("true/false")
                        .says("True where either is true; false where both are false; else missing.")
                        .spec("booleans/logic")
                        .builds(call -> call.give(Operator.OR, call.receiver(), call.series("other"))),
                operator("~")
                        .on(Receiver.series(Type.BOOL))
                        .gives("true/false")
                        .says("True where it is false, false where it is true; missing where it is missing.")
                        .spec("booleans/logic")
                        .builds(call -> call.give(Operator.NOT, call.receiver())),
                method("as_int")
                        .on(Receiver.series(Type.BOOL))
                        .gives("a whole number")
                        .says("1 where it is true, 0 where it is false.")
                        .spec("booleans/logic")
                        .builds(call -> call.give(Operator.CAST_TO_INT, call.receiver())));
    }
}
