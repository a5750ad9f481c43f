package catchment.compiler.query;

import static catchment.compiler.query.Entry.method;
import static catchment.compiler.query.Entry.operator;
import static catchment.compiler.query.Entry.parameter;

import catchment.compiler.eval.EvaluatedValue;
import catchment.compiler.model.Operator;
import catchment.compiler.model.Series;
import java.util.List;

/** What whole and decimal numbers have. */
final class NumberOperations {
    private static final Receiver NUMBER = Receiver.series(SeriesOperations.NUMBERS);

    private NumberOperations() {}

    static List<Entry> entries() {
        return List.of(
                operator("+")
                        .on(NUMBER)
                        .takes(parameter("other", Expect.SAME))
                        .gives("the same type")
                        .says("The sum.")
                        .spec("numbers/whole")
                        .builds(call -> call.give(Operator.ADD, call.receiver(), call.series("other"))),
                operator("*")
                        .on(NUMBER)
                        .takes(parameter("other", Expect.SAME))
                        .gives("the same type")
                        .says("The product.")
                        .spec("numbers/whole")
                        .builds(call -> call.give(Operator.MULTIPLY, call.receiver(), call.series("other"))),
                operator("-")
                        .on(NUMBER)
                        .takes(parameter("other", Expect.SAME))
                        .gives("the same type")
                        .says("The difference.")
                        .spec("numbers/whole")
                        .builds(NumberOperations::subtract),
                ordered("/", Operator.TRUE_DIVIDE, "a decimal number", "The quotient, with its fraction; missing for a divisor of 0.", "numbers/whole"),
                ordered("//", Operator.FLOOR_DIVIDE, "a whole number", "The quotient, cut down to the next lower whole number; missing for a divisor of 0.", "numbers/whole"),
                ordered("**", Operator.POWER, "a decimal number", "The power; missing for 0 to a negative power and a negative number to a fraction.", "numbers/whole"),
                operator("unary -")
                        .on(NUMBER)
                        .gives("the same type")
                        .says("The number with its sign turned.")
                        .spec("numbers/whole")
                        .builds(call -> call.give(Operator.NEGATE, call.receiver())),
                operator("unary +")
                        .on(NUMBER)
                        .gives("the same type")
                        .says("The number itself.")
                        .spec("numbers/whole")
                        .builds(call -> call.give(call.receiver())),
                method("absolute")
                        .on(NUMBER)
                        .gives("the same type")
                        .says("The number without its sign.")
                        .spec("numbers/whole")
                        .builds(call -> call.give(Operator.ABSOLUTE, call.receiver())),
                method("as_int")
                        .on(NUMBER)
                        .gives("a whole number")
                        .says("The number without its fraction: cut off towards 0.")
                        .spec("numbers/whole")
                        .builds(call -> call.give(Operator.CAST_TO_INT, call.receiver())),
                method("as_float")
                        .on(NUMBER)
                        .gives("a decimal number")
                        .says("The same as a decimal number.")
                        .spec("numbers/whole")
                        .builds(call -> call.give(Operator.CAST_TO_FLOAT, call.receiver())));
    }

    /** {@code 1 - x} is {@code (-x) + 1}. */
    private static EvaluatedValue subtract(Call call) {
        Series other = call.series("other");
        return call.reflected()
                ? call.give(Operator.ADD, call.build().apply(Operator.NEGATE, call.receiver()), other)
                : call.give(Operator.SUBTRACT, call.receiver(), other);
    }

    private static Entry ordered(String symbol, Operator operator, String gives, String says, String spec) {
        return operator(symbol)
                .on(NUMBER)
                .takes(parameter("other", Expect.SAME))
                .gives(gives)
                .says(says)
                .spec(spec)
                .builds(call -> call.reflected()
                        ? call.give(operator, call.series("other"), call.receiver())
                        : call.give(operator, call.receiver(), call.series("other")));
    }
}
