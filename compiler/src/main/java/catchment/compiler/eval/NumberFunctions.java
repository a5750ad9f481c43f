package catchment.compiler.eval;

import catchment.grammar.syntax.BinaryOperator;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The built-in functions on numbers, and those that compare: {@code abs}, {@code round}, {@code sum}, {@code min}, {@code max} … */
final class NumberFunctions {
    private NumberFunctions() {}

    static List<NativeFunction> all() {
        return List.of(
                BuiltinHooks.asking("abs", "number, /", NumberFunctions::absolute),
                BuiltinHooks.asking("round", "number, ndigits=", NumberFunctions::round),
                BuiltinHooks.asking("sum", "iterable, /, start=", NumberFunctions::sum),
                BuiltinHooks.asking("min", "*values, key=, default=", call -> extreme(call, "min", -1)),
                BuiltinHooks.asking("max", "*values, key=, default=", call -> extreme(call, "max", 1)),
                BuiltinHooks.asking("divmod", "a, b, /", call -> new Collection.TupleValue(
                        List.of(
                                call.join(BinaryOperator.FLOOR_DIVIDE, call.value("a"), call.value("b")),
                                call.join(BinaryOperator.REMAINDER, call.value("a"), call.value("b"))),
                        false,
                        call.span())),
                BuiltinHooks.asking("pow", "base, exp", call -> call.join(BinaryOperator.POWER, call.value("base"), call.value("exp"))),
                NativeFunction.of("chr", "code, /", call -> call.integer("code")
                        .filter(code -> code >= 0 && code <= Character.MAX_CODE_POINT)
                        .<EvaluatedValue>map(code -> new TextValue(Character.toString(code.intValue()), call.span()))
                        .orElseGet(() -> call.refuse(EvalCode.ARGUMENT_KIND, "there is no character of this number"))),
                NativeFunction.of("ord", "character, /", call -> call.text("character")
                        .filter(text -> text.codePointCount(0, text.length()) == 1)
                        .<EvaluatedValue>map(text -> new IntegerValue(text.codePointAt(0), call.span()))
                        .orElseGet(() -> call.refuse(EvalCode.ARGUMENT_KIND, "`ord` wants one character"))));
    }

    private static EvaluatedValue absolute(Invocation call) {
        Optional<EvaluatedValue> number = Operators.number(call.value("number"));
        if (number.isPresent() && number.get() instanceof IntegerValue whole) {
            return whole.value() == Long.MIN_VALUE
                    ? call.context().refuse(Operators.tooLarge(call.span()))
                    : new IntegerValue(Math.abs(whole.value()), call.span());
        }
        if (number.isPresent() && number.get() instanceof FloatValue decimal) {
            return new FloatValue(Math.abs(decimal.value()), call.span());
        }
        if (call.value("number") instanceof Magnitude magnitude) {
            return magnitude.absolute(call.span());
        }
        return call.wrongKind("number", "a number");
    }

    private static EvaluatedValue round(Invocation call) {
        Optional<EvaluatedValue> number = Operators.number(call.value("number"));
        Optional<Long> digits = call.optional("ndigits").isPresent() ? call.integer("ndigits") : Optional.of(0L);
        if (number.isEmpty()) {
            return call.wrongKind("number", "a number");
        }
        if (digits.isEmpty()) {
            return new Poison(call.span());
        }
        int scale = (int) Math.max(-400, Math.min(400, digits.get()));
        BigDecimal exact = number.get() instanceof IntegerValue whole
                ? BigDecimal.valueOf(whole.value())
                : finite(((FloatValue) number.get()).value());
        BigDecimal rounded = exact.setScale(scale, RoundingMode.HALF_EVEN);
        boolean toWhole = call.optional("ndigits").isEmpty() || number.get() instanceof IntegerValue;
        if (!toWhole) {
            return new FloatValue(rounded.doubleValue(), call.span());
        }
        try {
            return new IntegerValue(rounded.longValueExact(), call.span());
        } catch (ArithmeticException _) {
            return call.context().refuse(Operators.tooLarge(call.span()));
        }
    }

    private static BigDecimal finite(double value) {
        return Double.isNaN(value) || Double.isInfinite(value) ? BigDecimal.ZERO : new BigDecimal(value);
    }

    private static EvaluatedValue sum(Invocation call) {
        Optional<List<EvaluatedValue>> elements = call.elements("iterable");
        if (elements.isEmpty()) {
            return new Poison(call.span());
        }
        EvaluatedValue sum = call.optional("start").orElseGet(() -> new IntegerValue(0, call.span()));
        for (EvaluatedValue element : elements.get()) {
            sum = call.join(BinaryOperator.ADD, sum, element);
        }
        return sum;
    }

    private static EvaluatedValue extreme(Invocation call, String name, int sign) {
        List<EvaluatedValue> values = new ArrayList<>();
        if (call.rest().size() == 1) {
            Arguments.Given only = call.rest().getFirst();
            Optional<List<EvaluatedValue>> elements = Iteration.elements(only.value(), only.span(), call.context());
            if (elements.isEmpty()) {
                return new Poison(call.span());
            }
            values.addAll(elements.get());
        } else {
            call.rest().forEach(given -> values.add(given.value()));
        }
        if (values.isEmpty()) {
            return call.given("default")
                    .map(Arguments.Given::value)
                    .orElseGet(() -> call.refuse(EvalCode.ELEMENT_MISSING, "`" + name + "` of nothing has no answer"));
        }
        EvaluatedValue best = values.getFirst();
        EvaluatedValue bestKey = key(best, call);
        for (EvaluatedValue value : values.subList(1, values.size())) {
            EvaluatedValue valueKey = key(value, call);
            if (valueKey instanceof Poison || bestKey instanceof Poison) {
                return new Poison(call.span());
            }
            Optional<Integer> order = StaticOrder.compare(valueKey, bestKey, call.context());
            if (order.isEmpty()) {
                return call.refuse(
                        EvalCode.OPERANDS, "there is no order between " + bestKey.kind() + " and " + valueKey.kind());
            }
            if (order.get() * sign > 0) {
                best = value;
                bestKey = valueKey;
            }
        }
        return best;
    }

    private static EvaluatedValue key(EvaluatedValue value, Invocation call) {
        return call.optional("key").map(function -> call.call(function, List.of(value))).orElse(value);
    }
}
