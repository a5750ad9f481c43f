package catchment.compiler.query;

import static catchment.compiler.query.Entry.method;
import static catchment.compiler.query.Entry.operator;
import static catchment.compiler.query.Entry.optional;
import static catchment.compiler.query.Entry.parameter;

import catchment.compiler.eval.EvaluatedValue;
import catchment.compiler.model.Case;
import catchment.compiler.model.CombineAsSet;
import catchment.compiler.model.In;
import catchment.compiler.model.Operator;
import catchment.compiler.model.Series;
import catchment.compiler.model.Type;
import catchment.compiler.model.ValueSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What series of every type have. */
final class SeriesOperations {
    static final Set<Type> ANY = EnumSet.allOf(Type.class);
    static final Set<Type> CODES = only(Type::isCode);
    static final Set<Type> NUMBERS = only(Type::isNumeric);
    static final Set<Type> ORDERED = EnumSet.of(Type.INT, Type.FLOAT, Type.STR, Type.DATE);
    private static final Set<Type> SINGLE = only(type -> !type.isMultiCode());

    private SeriesOperations() {}

    private static Set<Type> only(java.util.function.Predicate<Type> wanted) {
        Set<Type> types = EnumSet.noneOf(Type.class);
        ANY.stream().filter(wanted).forEach(types::add);
        return types;
    }

    static List<Entry> entries() {
        return List.of(
                compared("==", Operator.EQ, SINGLE, "True where both are equal; missing where either is missing.", "series/nulls"),
                compared("!=", Operator.NE, SINGLE, "True where they differ; missing where either is missing.", "series/nulls"),
                compared("<", Operator.LT, ORDERED, "True where the left comes before the right.", "numbers/whole"),
                compared("<=", Operator.LE, ORDERED, "True where the left comes before the right, or is equal.", "numbers/whole"),
                compared(">", Operator.GT, ORDERED, "True where the left comes after the right.", "numbers/whole"),
                compared(">=", Operator.GE, ORDERED, "True where the left comes after the right, or is equal.", "numbers/whole"),
                method("is_null")
                        .on(Receiver.series(ANY))
                        .gives("true/false")
                        .says("True where the value is missing; never missing itself.")
                        .spec("series/nulls")
                        .builds(call -> call.give(Operator.IS_NULL, call.receiver())),
                method("is_not_null")
                        .on(Receiver.series(ANY))
                        .gives("true/false")
                        .says("True where there is a value; never missing itself.")
                        .spec("series/nulls")
                        .builds(call -> call.give(Operator.NOT, call.build().apply(Operator.IS_NULL, call.receiver()))),
                method("when_null_then")
                        .on(Receiver.series(ANY))
                        .takes(parameter("other", Expect.SAME_OR_NONE))
                        .gives("the same type")
                        .says("The value, or `other` where it is missing.")
                        .spec("series/nulls")
                        .builds(SeriesOperations::whenNullThen),
                method("is_in")
                        .on(Receiver.series(SINGLE))
                        .takes(parameter("values", Expect.CONTAINER))
                        .gives("true/false")
                        .says("True where the value is one of `values`: a list, the keys of a dict, or the patient's own values of an event series.")
                        .spec("series/membership")
                        .builds(call -> call.give(in(call))),
                method("is_not_in")
                        .on(Receiver.series(SINGLE))
                        .takes(parameter("values", Expect.CONTAINER))
                        .gives("true/false")
                        .says("True where the value is none of `values`; missing where it is missing, unless `values` is empty.")
                        .spec("series/membership")
                        .builds(call -> call.give(Operator.NOT, call.build().add(in(call)))),
                method("map_values")
                        .on(Receiver.series(SINGLE))
                        .takes(parameter("mapping", Mappings.MAPPING), optional("default", Mappings.DEFAULT, "None"))
                        .gives("the type of the mapping's values")
                        .says("The mapping's value for the value as key; `default` for all others, and where it is missing.")
                        .spec("series/mapping")
                        .builds(Mappings::build),
                method("to_category")
                        .on(Receiver.series(CODES))
                        .takes(parameter("categorisation", Mappings.MAPPING), optional("default", Mappings.DEFAULT, "None"))
                        .gives("text")
                        .says("The category of the code in a codelist with categories; `default` for all others.")
                        .spec("codes/codes")
                        .builds(Mappings::build));
    }

    private static Entry compared(String symbol, Operator operator, Set<Type> types, String says, String spec) {
        return operator(symbol)
                .on(Receiver.series(types))
                .takes(parameter("other", Expect.SAME))
                .gives("true/false")
                .says(says)
                .spec(spec)
                .builds(call -> call.give(operator, call.receiver(), call.series("other")));
    }

    private static In in(Call call) {
        return switch (call.set("values")) {
            case ValueSet set -> new In(call.receiver(), set);
            case CombineAsSet set -> new In(call.receiver(), set);
            default -> throw new IllegalStateException("a container gives a set");
        };
    }

    private static EvaluatedValue whenNullThen(Call call) {
        Series present = call.build().not(call.build().apply(Operator.IS_NULL, call.receiver()));
        Case.Branch branch = new Case.Branch(present, Optional.of(call.receiver()));
        return call.give(call.build().choose(List.of(branch), call.maybeSeries("other")));
    }
}
