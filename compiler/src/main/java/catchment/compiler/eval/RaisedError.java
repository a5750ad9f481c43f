package catchment.compiler.eval;

import catchment.grammar.source.Span;
import java.util.Optional;

/**
 * An error that a definition raises: {@code ValueError("no such cohort")}.
 *
 * @param className Python's name of its kind
 * @param message what it says, empty if nothing
 */
record RaisedError(String className, String message, Span origin) implements Behaviour {
    @Override
    public String kind() {
        return "an error";
    }

    @Override
    public Optional<String> text(Span syntax, Context context) {
        return Optional.of(message);
    }

    /** What a raised value is called in a message. */
    static String describe(EvaluatedValue value, Span span, Context context) {
        return switch (value) {
            case RaisedError error when error.message().isEmpty() -> error.className();
            case RaisedError error -> error.className() + ": " + error.message();
            case NativeClass type -> type.name();
            case EvaluatedValue other -> Texts.display(other, span, context).orElse("an error");
        };
    }
}
