package catchment.compiler.standard;

import catchment.compiler.eval.EvalCode;
import catchment.compiler.eval.EvaluatedValue;
import catchment.compiler.eval.NativeFunction;
import catchment.grammar.diagnostic.Diagnostic;
import java.util.LinkedHashMap;
import java.util.Map;

/** Collects the names of a module. */
final class Functions {
    private final Map<String, EvaluatedValue> values = new LinkedHashMap<>();

    Functions value(String name, EvaluatedValue value) {
        values.put(name, value);
        return this;
    }

    Functions function(String name, String signature, NativeFunction.Body body) {
        return value(name, NativeFunction.of(name, signature, body));
    }

    /** A name that is there in Python, and that a definition cannot use. */
    Functions refused(String name, String message, String instead) {
        return value(name, NativeFunction.refusing(name, call -> call.context()
                .refuse(Diagnostic.error(EvalCode.NOT_AVAILABLE, call.span(), message).hint(instead))));
    }

    Map<String, EvaluatedValue> values() {
        return values;
    }
}
