package catchment.compiler.eval;

import java.util.List;
import java.util.Map;

/** Python's classes of errors: a definition may raise them. */
final class ErrorClasses {
    private static final List<String> NAMES = List.of(
            "BaseException",
            "Exception",
            "ArithmeticError",
            "AssertionError",
            "AttributeError",
            "FileNotFoundError",
            "ImportError",
            "IndexError",
            "KeyError",
            "LookupError",
            "NameError",
            "NotImplementedError",
            "OSError",
            "RuntimeError",
            "SystemExit",
            "TypeError",
            "ValueError",
            "Warning",
            "ZeroDivisionError");

    private ErrorClasses() {}

    static List<NativeClass> all() {
        return NAMES.stream().map(ErrorClasses::of).toList();
    }

    private static NativeClass of(String name) {
        NativeFunction constructor = NativeFunction.taking(name, "*arguments", call -> new RaisedError(
                name,
                call.rest().isEmpty()
                        ? ""
                        : Texts.display(call.rest().getFirst().value(), call.span(), call.context()).orElse(""),
                call.span()));
        boolean general = name.equals("Exception") || name.equals("BaseException");
        return new NativeClass(
                name,
                constructor,
                value -> value instanceof RaisedError error && (general || error.className().equals(name)),
                Map.of());
    }
}
