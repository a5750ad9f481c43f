package catchment.compiler.standard;

import catchment.compiler.eval.BooleanValue;
import catchment.compiler.eval.EvalCode;
import catchment.compiler.eval.EvaluatedValue;
import catchment.compiler.eval.FloatValue;
import catchment.compiler.eval.IntegerValue;
import catchment.compiler.eval.Invocation;
import catchment.grammar.source.Span;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/** {@code math}: on static numbers. */
final class MathModule {
    private MathModule() {}

    static Map<String, EvaluatedValue> values() {
        return new Functions()
                .value("pi", new FloatValue(Math.PI, Span.NONE))
                .value("e", new FloatValue(Math.E, Span.NONE))
                .value("inf", new FloatValue(Double.POSITIVE_INFINITY, Span.NONE))
                .value("nan", new FloatValue(Double.NaN, Span.NONE))
                .function("floor", "x, /", call -> whole(call, Math::floor))
                .function("ceil", "x, /", call -> whole(call, Math::ceil))
                .function("trunc", "x, /", call -> whole(call, number -> number < 0 ? Math.ceil(number) : Math.floor(number)))
                .function("sqrt", "x, /", call -> decimal(call, Math::sqrt))
                .function("exp", "x, /", call -> decimal(call, Math::exp))
                .function("log", "x, /", call -> decimal(call, Math::log))
                .function("log10", "x, /", call -> decimal(call, Math::log10))
                .function("fabs", "x, /", call -> decimal(call, Math::abs))
                .function("isnan", "x, /", call -> number(call)
                        .<EvaluatedValue>map(number -> new BooleanValue(number.isNaN(), call.span()))
                        .orElseGet(() -> call.wrongKind("x", "a number")))
                .values();
    }

    private static Optional<Double> number(Invocation call) {
        return switch (call.value("x")) {
            case IntegerValue whole -> Optional.of((double) whole.value());
            case FloatValue decimal -> Optional.of(decimal.value());
            default -> Optional.empty();
        };
    }

    private static EvaluatedValue whole(Invocation call, DoubleUnaryOperator function) {
        if (call.value("x") instanceof IntegerValue whole) {
            return whole;
        }
        Optional<Double> number = number(call);
        if (number.isEmpty()) {
            return call.wrongKind("x", "a number");
        }
        double result = function.applyAsDouble(number.get());
        return Math.abs(result) < 0x1p63
                ? new IntegerValue((long) result, call.span())
                : call.refuse(EvalCode.NUMBER_TOO_LARGE, "this whole number does not fit into 64 bits");
    }

    private static EvaluatedValue decimal(Invocation call, DoubleUnaryOperator function) {
        Optional<Double> number = number(call);
        if (number.isEmpty()) {
            return call.wrongKind("x", "a number");
        }
        double result = function.applyAsDouble(number.get());
        return Double.isNaN(result) || Double.isInfinite(result)
                ? call.refuse(EvalCode.ARGUMENT_KIND, "this function has no value at this number")
                : new FloatValue(result, call.span());
    }
}
