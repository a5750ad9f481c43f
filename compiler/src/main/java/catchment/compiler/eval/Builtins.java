package catchment.compiler.eval;

import java.util.LinkedHashMap;
import java.util.Map;

/** Everything that can be named without an import. */
final class Builtins {
    private Builtins() {}

    /** By name. */
    static Map<String, EvaluatedValue> values() {
        Map<String, EvaluatedValue> values = new LinkedHashMap<>();
        for (NativeFunction function : SequenceFunctions.all()) {
            values.put(function.name(), function);
        }
        for (NativeFunction function : NumberFunctions.all()) {
            values.put(function.name(), function);
        }
        for (NativeFunction function : ObjectFunctions.all()) {
            values.put(function.name(), function);
        }
        for (NativeFunction function : FileFunctions.all()) {
            values.put(function.name(), function);
        }
        for (NativeClass type : Types.all()) {
            values.put(type.name(), type);
        }
        for (NativeClass error : ErrorClasses.all()) {
            values.put(error.name(), error);
        }
        return values;
    }
}
