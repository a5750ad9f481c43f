package catchment.compiler.eval;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lets a series or a frame that is given to a built-in function say what to write instead. */
final class BuiltinHooks {
    /** The functions that compare the elements of a list; others only join or keep them, as series can be. */
    private static final Set<String> COMPARING = Set.of("min", "max", "sorted", "any", "all");

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
        if (call.arguments().positional().size() == 1 && COMPARING.contains(name)) {
            for (EvaluatedValue element : elements(call.arguments().positional().getFirst().value())) {
                Optional<EvaluatedValue> answer = ask(name, element, call);
                if (answer.isPresent()) {
                    return answer;
                }
            }
        }
        return Optional.empty();
    }

    private static List<EvaluatedValue> elements(EvaluatedValue value) {
        return switch (value) {
            case Collection.ListValue list -> List.copyOf(list.elements());
            case Collection.TupleValue tuple -> tuple.elements();
            default -> List.of();
        };
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
