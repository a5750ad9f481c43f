package catchment.compiler.eval;

import java.util.List;
import java.util.Optional;

/** Lets a series or a frame that is given to a built-in function say what to write instead. */
final class BuiltinHooks {
    private BuiltinHooks() {}

    /** The function, whose arguments are asked first. */
    static NativeFunction asking(String name, String signature, NativeFunction.Body body) {
        return NativeFunction.of(name, signature, call -> ask(name, call).orElseGet(() -> body.apply(call)));
    }

    /** What the first behaviour among the arguments, or among the elements of the only one, answers. */
    static Optional<EvaluatedValue> ask(String name, Invocation call) {
        for (Arguments.Given given : call.arguments().positional()) {
            Optional<EvaluatedValue> answer = ask(name, given.value(), call);
            if (answer.isPresent()) {
                return answer;
            }
        }
        if (call.arguments().positional().size() == 1) {
            List<EvaluatedValue> elements =
                    switch (call.arguments().positional().getFirst().value()) {
                        case Collection.ListValue list -> List.copyOf(list.elements());
                        case Collection.TupleValue tuple -> tuple.elements();
                        default -> List.of();
                    };
            if (name.equals("len") || name.equals("str") || name.equals("list") || name.equals("bool")) {
                return Optional.empty();
            }
            for (EvaluatedValue element : elements) {
                Optional<EvaluatedValue> answer = ask(name, element, call);
                if (answer.isPresent()) {
                    return answer;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<EvaluatedValue> ask(String name, EvaluatedValue value, Invocation call) {
        if (!(value instanceof Behaviour behaviour)) {
            return Optional.empty();
        }
        int before = call.context().findings();
        Optional<EvaluatedValue> answer = behaviour.builtin(name, call.syntax(), call.arguments(), call.context());
        return answer.isEmpty() && call.context().findings() != before
                ? Optional.of(new Poison(call.span()))
                : answer;
    }
}
