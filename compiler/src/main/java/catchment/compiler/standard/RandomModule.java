package catchment.compiler.standard;

import catchment.compiler.eval.EvaluatedValue;
import catchment.compiler.eval.NoneValue;
import java.util.List;
import java.util.Map;

/** {@code random}: a definition means the same on every run, so only its seed is accepted. */
final class RandomModule {
    private RandomModule() {}

    static Map<String, EvaluatedValue> values() {
        Functions functions = new Functions().function("seed", "a=, version=", call -> new NoneValue(call.span()));
        for (String name : List.of("choice", "choices", "randint", "random", "randrange", "sample", "shuffle", "uniform")) {
            functions.refused(
                    name,
                    "`random." + name + "` would make the definition mean something else on every run",
                    "write the value itself, or draw in an action before this one and read its output");
        }
        return functions.values();
    }
}
