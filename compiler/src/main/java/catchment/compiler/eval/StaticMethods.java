package catchment.compiler.eval;

import catchment.grammar.source.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The methods and attributes of static values: which there are, and where they are made. */
final class StaticMethods {
    /** Methods of lists that do not look at what is in the list. */
    private static final Set<String> AT_THE_END = Set.of("append", "extend");

    private StaticMethods() {}

    /** What a method does with the value that it belongs to. */
    @FunctionalInterface
    interface Body<T> {
        EvaluatedValue apply(T receiver, Invocation call);
    }

    /** The methods of one class of values. */
    static final class Table<T extends EvaluatedValue> {
        private record Method<T>(Signature signature, boolean takesPoison, Body<T> body) {}

        private final Map<String, Method<T>> methods = new LinkedHashMap<>();

        /** Adds a method, with its parameters as {@link Signature#of} reads them. */
        Table<T> method(String name, String parameters, Body<T> body) {
            methods.put(name, new Method<>(Signature.of(parameters), false, body));
            return this;
        }

        /** Adds a method that is called with poison too. */
        Table<T> taking(String name, String parameters, Body<T> body) {
            methods.put(name, new Method<>(Signature.of(parameters), true, body));
            return this;
        }

        Optional<EvaluatedValue> of(T receiver, String name) {
            return Optional.ofNullable(methods.get(name))
                    .map(method -> NativeFunction.method(
                            name, method.signature(), method.takesPoison(), call -> {
                                call.context().scanned(scanned(receiver, name));
                                return method.body().apply(receiver, call);
                            }));
        }

        /** How much of its value a method may go through. */
        private static long scanned(EvaluatedValue receiver, String name) {
            return switch (receiver) {
                case TextValue text -> text.value().length();
                case Collection.ListValue _ when AT_THE_END.contains(name) -> 0;
                case Collection.ListValue list -> list.elements().size();
                case Collection.TupleValue tuple -> tuple.elements().size();
                case Collection.DictValue _, Collection.SetValue _, NoneValue _, BooleanValue _, IntegerValue _, FloatValue _, DateValue _, Poison _,
                        Behaviour _ -> 0;
            };
        }

        List<String> names() {
            return List.copyOf(methods.keySet());
        }
    }

    /** An attribute of a value that is no behaviour. Empty if it has none of that name. */
    static Optional<EvaluatedValue> attribute(EvaluatedValue value, String name, Span span) {
        return switch (value) {
            case TextValue text -> TextMethods.TABLE.of(text, name);
            case Collection.ListValue list -> ListMethods.LISTS.of(list, name);
            case Collection.TupleValue tuple -> ListMethods.TUPLES.of(tuple, name);
            case Collection.DictValue dict -> DictMethods.TABLE.of(dict, name);
            case Collection.SetValue set -> SetMethods.TABLE.of(set, name);
            case IntegerValue number -> NumberMethods.INTEGERS.of(number, name);
            case FloatValue number -> NumberMethods.DECIMALS.of(number, name);
            case DateValue date -> DateMethods.attribute(date, name, span).or(() -> DateMethods.TABLE.of(date, name));
            case NoneValue _, BooleanValue _, Poison _, Behaviour _ -> Optional.empty();
        };
    }

    /** The names that {@link #attribute} knows. */
    static List<String> names(EvaluatedValue value) {
        return switch (value) {
            case TextValue _ -> TextMethods.TABLE.names();
            case Collection.ListValue _ -> ListMethods.LISTS.names();
            case Collection.TupleValue _ -> ListMethods.TUPLES.names();
            case Collection.DictValue _ -> DictMethods.TABLE.names();
            case Collection.SetValue _ -> SetMethods.TABLE.names();
            case IntegerValue _ -> NumberMethods.INTEGERS.names();
            case FloatValue _ -> NumberMethods.DECIMALS.names();
            case DateValue _ -> DateMethods.names();
            case NoneValue _, BooleanValue _, Poison _, Behaviour _ -> List.of();
        };
    }
}
