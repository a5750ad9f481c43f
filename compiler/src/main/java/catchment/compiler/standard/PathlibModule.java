package catchment.compiler.standard;

import catchment.compiler.eval.Arguments;
import catchment.compiler.eval.EvalCode;
import catchment.compiler.eval.EvaluatedValue;
import catchment.compiler.eval.Invocation;
import catchment.compiler.eval.NativeClass;
import catchment.compiler.eval.NativeFunction;
import catchment.compiler.eval.PathValue;
import catchment.compiler.eval.TextValue;
import java.util.Map;

/** {@code pathlib}: paths of the study's files. */
final class PathlibModule {
    private PathlibModule() {}

    static Map<String, EvaluatedValue> values() {
        NativeClass path = new NativeClass(
                "Path",
                NativeFunction.of("Path", "*parts", PathlibModule::path),
                value -> value instanceof PathValue,
                new Functions().function("cwd", "", call -> new PathValue(".", call.span())).values());
        return new Functions().value("Path", path).value("PurePath", path).value("PosixPath", path).values();
    }

    private static EvaluatedValue path(Invocation call) {
        PathValue path = new PathValue(".", call.span());
        for (Arguments.Given given : call.rest()) {
            switch (given.value()) {
                case TextValue text -> path = path.below(text.value(), call.span());
                case PathValue other -> path = path.below(other.path(), call.span());
                default -> {
                    return call.refuse(
                            EvalCode.ARGUMENT_KIND, "a path is made of texts, and this is " + given.value().kind());
                }
            }
        }
        return path;
    }
}
