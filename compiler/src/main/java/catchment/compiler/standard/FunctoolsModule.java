package catchment.compiler.standard;

import catchment.compiler.eval.Arguments;
import catchment.compiler.eval.EvalCode;
import catchment.compiler.eval.EvaluatedValue;
import catchment.compiler.eval.Invocation;
import catchment.compiler.eval.NativeFunction;
import catchment.compiler.eval.Poison;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code functools}: folding a list, and giving some arguments beforehand. */
final class FunctoolsModule {
    private FunctoolsModule() {}

    static Map<String, EvaluatedValue> values() {
        return new Functions()
                .function("reduce", "function, iterable, initial=, /", FunctoolsModule::reduce)
                .function("partial", "function, /, *arguments, **names", FunctoolsModule::partial)
                .values();
    }

    private static EvaluatedValue reduce(Invocation call) {
        Optional<List<EvaluatedValue>> elements = call.elements("iterable");
        if (elements.isEmpty()) {
            return new Poison(call.span());
        }
        List<EvaluatedValue> rest = elements.get();
        Optional<EvaluatedValue> start = call.given("initial").map(Arguments.Given::value);
        if (start.isEmpty() && rest.isEmpty()) {
            return call.refuse(EvalCode.ELEMENT_MISSING, "`reduce` of nothing has no result: the list is empty");
        }
        EvaluatedValue result = start.orElseGet(rest::getFirst);
        for (EvaluatedValue element : start.isPresent() ? rest : rest.subList(1, rest.size())) {
            result = call.call(call.value("function"), List.of(result, element));
        }
        return result;
    }

    private static EvaluatedValue partial(Invocation call) {
        return NativeFunction.taking("partial", "*arguments, **names", later -> {
            List<Arguments.Given> positional = new ArrayList<>(call.rest());
            positional.addAll(later.rest());
            List<Arguments.Given> named = new ArrayList<>(call.namedRest());
            for (Arguments.Given given : later.namedRest()) {
                named.removeIf(before -> before.name().equals(given.name()));
                named.add(given);
            }
            Arguments all = new Arguments(positional, named, later.arguments().span());
            return later.context().call(call.value("function"), all, later.span());
        });
    }
}
