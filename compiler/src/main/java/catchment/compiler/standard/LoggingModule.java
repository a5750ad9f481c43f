package catchment.compiler.standard;

import catchment.compiler.eval.Arguments;
import catchment.compiler.eval.Behaviour;
import catchment.compiler.eval.Collection;
import catchment.compiler.eval.Context;
import catchment.compiler.eval.EvalCode;
import catchment.compiler.eval.EvaluatedValue;
import catchment.compiler.eval.IntegerValue;
import catchment.compiler.eval.Invocation;
import catchment.compiler.eval.NativeFunction;
import catchment.compiler.eval.NoneValue;
import catchment.compiler.eval.TextValue;
import catchment.compiler.eval.Texts;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import catchment.grammar.syntax.BinaryOperator;
import catchment.grammar.syntax.Expression;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code logging} and {@code warnings}: what a definition says is a note, as what it prints. */
final class LoggingModule {
    private LoggingModule() {}

    static Map<String, EvaluatedValue> values() {
        Functions functions = new Functions();
        functions.value("getLogger", NativeFunction.of("getLogger", "name=", _ -> new Logger()));
        functions.function("basicConfig", "**names", call -> new NoneValue(call.span()));
        Logger.methods().forEach(functions::value);
        List.of("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")
                .forEach(level -> functions.value(level, new IntegerValue(20, Span.NONE)));
        return functions.values();
    }

    static Map<String, EvaluatedValue> warnings() {
        return new Functions()
                .function("warn", "message, category=, stacklevel=", call -> say("message", call))
                .function("filterwarnings", "*arguments, **names", call -> new NoneValue(call.span()))
                .function("simplefilter", "*arguments, **names", call -> new NoneValue(call.span()))
                .values();
    }

    /** A message with the arguments after it put into its fields, {@code "%d of %s"}, as logging does only where there are any. */
    private static EvaluatedValue log(Invocation call) {
        if (call.rest().isEmpty() || !(call.value("msg") instanceof TextValue format)) {
            return say("msg", call);
        }
        List<EvaluatedValue> values = call.rest().stream().map(Arguments.Given::value).toList();
        EvaluatedValue text = call.join(BinaryOperator.REMAINDER, format, new Collection.TupleValue(values, false, call.span()));
        if (text instanceof TextValue whole) {
            call.context().report(Diagnostic.note(EvalCode.PRINTED, call.span(), whole.value()));
        }
        return new NoneValue(call.span());
    }

    private static EvaluatedValue say(String parameter, Invocation call) {
        Texts.display(call.value(parameter), call.span(), call.context())
                .ifPresent(text -> call.context().report(Diagnostic.note(EvalCode.PRINTED, call.span(), text)));
        return new NoneValue(call.span());
    }

    /** A logger. */
    private record Logger() implements Behaviour {
        static Map<String, EvaluatedValue> methods() {
            Functions functions = new Functions();
            for (String level : List.of("debug", "info", "warning", "warn", "error", "critical")) {
                functions.function(level, "msg, *arguments, **names", call -> log(call));
            }
            return functions.function("setLevel", "level", call -> new NoneValue(call.span())).values();
        }

        @Override
        public Optional<EvaluatedValue> attribute(Expression.Attribute syntax, Context context) {
            return Optional.ofNullable(methods().get(syntax.name()));
        }

        @Override
        public List<String> attributeNames() {
            return List.copyOf(methods().keySet());
        }

        @Override
        public Span origin() {
            return Span.NONE;
        }

        @Override
        public String kind() {
            return "a logger";
        }
    }
}
