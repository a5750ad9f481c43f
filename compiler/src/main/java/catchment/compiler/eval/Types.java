package catchment.compiler.eval;

import catchment.grammar.diagnostic.Diagnostic;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The built-in classes: {@code int}, {@code str}, {@code list} … Each makes values, and is what {@code isinstance} and {@code type} speak of. */
final class Types {
    private Types() {}

    static List<NativeClass> all() {
        return List.of(
                type("int", "value=, base=", Types::integer, value -> value instanceof IntegerValue || value instanceof BooleanValue, List.of()),
                type("float", "value=, /", Types::decimal, value -> value instanceof FloatValue, List.of()),
                type("bool", "value=, /", Types::truth, value -> value instanceof BooleanValue, List.of()),
                type("str", "object=", Types::text, value -> value instanceof TextValue, TextMethods.TABLE.names()),
                type("list", "iterable=, /", call -> elements(call).<EvaluatedValue>map(elements -> new Collection.ListValue(elements, call.span())).orElseGet(() -> new Poison(call.span())), value -> value instanceof Collection.ListValue, ListMethods.LISTS.names()),
                type("tuple", "iterable=, /", call -> elements(call).<EvaluatedValue>map(elements -> new Collection.TupleValue(elements, false, call.span())).orElseGet(() -> new Poison(call.span())), value -> value instanceof Collection.TupleValue, List.of()),
                type("set", "iterable=, /", call -> set(call, false), value -> value instanceof Collection.SetValue set && !set.frozen(), SetMethods.TABLE.names()),
                type("frozenset", "iterable=, /", call -> set(call, true), value -> value instanceof Collection.SetValue set && set.frozen(), List.of()),
                type("dict", "other=, /, **names", Types::dict, value -> value instanceof Collection.DictValue, DictMethods.TABLE.names()),
                type("range", "*bounds", Types::range, value -> value instanceof RangeValue, List.of()),
                type("object", "", call -> call.refuse(EvalCode.NOT_AVAILABLE, "an object without a class has no use here"), _ -> true, List.of()),
                type("type", "object, /", Types::typeOf, value -> value instanceof NativeClass, List.of()));
    }

    private static NativeClass type(
            String name,
            String signature,
            NativeFunction.Body body,
            Predicate<EvaluatedValue> test,
            List<String> methods) {
        Map<String, EvaluatedValue> members = new HashMap<>();
        for (String method : methods) {
            members.put(method, NativeFunction.of(method, "self, /, *arguments", call -> unbound(method, call)));
        }
        if (name.equals("dict")) {
            members.put("fromkeys", NativeFunction.of("fromkeys", "iterable, value=, /", Types::fromKeys));
        }
        return new NativeClass(name, BuiltinHooks.asking(name, signature, body), test, members);
    }

    /** {@code str.lower(text)}: a method called through its class. */
    private static EvaluatedValue unbound(String method, Invocation call) {
        Optional<EvaluatedValue> function = StaticMethods.attribute(call.value("self"), method, call.span());
        if (function.isEmpty()) {
            return call.refuse(EvalCode.UNKNOWN_ATTRIBUTE, call.value("self").kind() + " has no `" + method + "`");
        }
        Arguments rest = new Arguments(call.rest(), List.of(), call.arguments().span());
        return call.context().call(function.get(), rest, call.span());
    }

    private static EvaluatedValue fromKeys(Invocation call) {
        Collection.DictValue dict = new Collection.DictValue(call.span());
        EvaluatedValue value =
                call.given("value").map(Arguments.Given::value).orElseGet(() -> new NoneValue(call.span()));
        for (EvaluatedValue key : call.elements("iterable").orElse(List.of())) {
            Keys.put(dict, key, value, call.span("iterable"), call.context());
        }
        return dict;
    }

    private static Optional<List<EvaluatedValue>> elements(Invocation call) {
        if (call.given("iterable").isEmpty()) {
            return Optional.of(List.of());
        }
        Optional<List<EvaluatedValue>> elements = call.elements("iterable");
        elements.ifPresent(known -> call.allocate(known.size()));
        return elements;
    }

    private static EvaluatedValue set(Invocation call, boolean frozen) {
        Collection.SetValue set = new Collection.SetValue(frozen, call.span());
        Optional<List<EvaluatedValue>> elements = elements(call);
        return elements.isPresent() && Keys.addAll(set, elements.get(), call.span(), call.context())
                ? set
                : new Poison(call.span());
    }

    private static EvaluatedValue dict(Invocation call) {
        Collection.DictValue dict = new Collection.DictValue(call.span());
        if (call.given("other").isPresent() && !DictMethods.fill(dict, call.value("other"), call)) {
            return new Poison(call.span());
        }
        for (Arguments.Given given : call.namedRest()) {
            Keys.put(
                    dict,
                    new TextValue(given.name().orElse(""), given.nameSpan()),
                    given.value(),
                    given.nameSpan(),
                    call.context());
        }
        return dict;
    }

    private static EvaluatedValue range(Invocation call) {
        long[] bounds = new long[call.rest().size()];
        if (bounds.length < 1 || bounds.length > 3) {
            return call.refuse(EvalCode.MISSING_ARGUMENT, "`range` takes `(stop)`, `(start, stop)` or `(start, stop, step)`");
        }
        for (int i = 0; i < bounds.length; i++) {
            Arguments.Given given = call.rest().get(i);
            Optional<EvaluatedValue> number = Operators.number(given.value());
            if (number.isEmpty() || !(number.get() instanceof IntegerValue whole)) {
                Diagnostic finding = Diagnostic.error(
                        EvalCode.ARGUMENT_KIND,
                        given.span(),
                        "`range` counts whole numbers, and this is " + given.value().kind());
                return call.context()
                        .refuse(
                                given.value() instanceof Collection
                                        ? finding.hint("a list is gone through as it is: `for x in …`; for the numbers of its elements, `range(len(…))`")
                                        : finding);
            }
            bounds[i] = whole.value();
        }
        long start = bounds.length == 1 ? 0 : bounds[0];
        long stop = bounds.length == 1 ? bounds[0] : bounds[1];
        long step = bounds.length == 3 ? bounds[2] : 1;
        if (step == 0) {
            return call.refuse(EvalCode.ARGUMENT_KIND, "the step of a range cannot be 0");
        }
        boolean huge = Math.abs(start) > Long.MAX_VALUE / 4 || Math.abs(stop) > Long.MAX_VALUE / 4 || step == Long.MIN_VALUE;
        return huge
                ? call.context().refuse(Operators.tooLarge(call.span()))
                : new RangeValue(start, stop, step, call.span());
    }

    private static EvaluatedValue integer(Invocation call) {
        if (call.given("value").isEmpty()) {
            return new IntegerValue(0, call.span());
        }
        EvaluatedValue value = call.value("value");
        if (value instanceof TextValue text) {
            String digits = text.value().strip().replaceAll("(?<=\\d)_(?=\\d)", "");
            if (digits.length() > 1_000) {
                return digits.chars().allMatch(Character::isDigit)
                        ? call.context().refuse(Operators.tooLarge(call.span()))
                        : notANumber("a whole number", text, call);
            }
            int base = call.given("base").isPresent() ? call.integer("base").orElse(10L).intValue() : 10;
            try {
                BigInteger number = new BigInteger(digits, base);
                return number.bitLength() < 64
                        ? new IntegerValue(number.longValue(), call.span())
                        : call.context().refuse(Operators.tooLarge(call.span()));
            } catch (NumberFormatException _) {
                return notANumber("a whole number", text, call);
            }
        }
        return switch (Operators.number(value).orElse(value)) {
            case IntegerValue number -> new IntegerValue(number.value(), call.span());
            case FloatValue number when !Double.isNaN(number.value()) && Math.abs(number.value()) < 0x1p63 ->
                new IntegerValue((long) number.value(), call.span());
            case FloatValue _ -> call.context().refuse(Operators.tooLarge(call.span()));
            default -> call.wrongKind("value", "a number, or a text of digits,");
        };
    }

    private static Poison notANumber(String wanted, TextValue text, Invocation call) {
        return call.context()
                .refuse(Diagnostic.error(
                        EvalCode.NUMBER_TEXT, call.span(), Texts.quoted(text.value()) + " is not " + wanted));
    }

    private static EvaluatedValue decimal(Invocation call) {
        if (call.given("value").isEmpty()) {
            return new FloatValue(0, call.span());
        }
        EvaluatedValue value = call.value("value");
        if (value instanceof TextValue text) {
            String digits = text.value().strip().replaceAll("(?<=\\d)_(?=\\d)", "");
            if (digits.matches("(?i)[+-]?(inf|infinity)")) {
                return new FloatValue(
                        digits.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY, call.span());
            }
            if (digits.equalsIgnoreCase("nan")) {
                return new FloatValue(Double.NaN, call.span());
            }
            try {
                return new FloatValue(new BigDecimal(digits).doubleValue(), call.span());
            } catch (NumberFormatException _) {
                return notANumber("a decimal number", text, call);
            }
        }
        return switch (Operators.number(value).orElse(value)) {
            case IntegerValue number -> new FloatValue(number.value(), call.span());
            case FloatValue number -> new FloatValue(number.value(), call.span());
            default -> call.wrongKind("value", "a number, or the text of one,");
        };
    }

    private static EvaluatedValue truth(Invocation call) {
        return new BooleanValue(call.given("value").isPresent() && call.flag("value"), call.span());
    }

    private static EvaluatedValue text(Invocation call) {
        if (call.given("object").isEmpty()) {
            return new TextValue("", call.span());
        }
        return Texts.display(call.value("object"), call.span(), call.context())
                .<EvaluatedValue>map(text -> new TextValue(text, call.span()))
                .orElseGet(() -> new Poison(call.span()));
    }

    private static EvaluatedValue typeOf(Invocation call) {
        Session session = (Session) call.context();
        EvaluatedValue value = call.value("object");
        if (value instanceof NoneValue) {
            return new NativeClass("NoneType", NativeFunction.of("NoneType", "", made -> new NoneValue(made.span())), other -> other instanceof NoneValue, Map.of());
        }
        String first = value instanceof BooleanValue ? "bool" : "";
        for (Scope.Binding binding : session.builtIns().bindings().values()) {
            if (binding.value() instanceof NativeClass type
                    && (first.isEmpty() ? !type.name().equals("object") : type.name().equals(first))
                    && type.isInstance(value)) {
                return type;
            }
        }
        return new NativeClass(value.kind(), NativeFunction.of(value.kind(), "", made -> made.refuse(EvalCode.NOT_AVAILABLE, "this class cannot be called")), other -> other == value, Map.of());
    }
}
