package catchment.compiler.eval;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import catchment.grammar.syntax.BinaryOperator;
import java.util.List;
import java.util.Optional;

/** The methods and operators of sets. Order of insertion is kept throughout. */
final class SetMethods {
    static final StaticMethods.Table<Collection.SetValue> TABLE = new StaticMethods.Table<Collection.SetValue>()
            .taking("add", "element, /", (set, call) -> changing(set, call, () -> Keys.addAll(
                    set, List.of(call.value("element")), call.span("element"), call.context())))
            .method("discard", "element, /", (set, call) -> changing(set, call, () -> {
                Keys.find(call.value("element"), call.context()).ifPresent(set.elements()::remove);
                return true;
            }))
            .method("remove", "element, /", (set, call) -> {
                Optional<StaticKey> key = Keys.find(call.value("element"), call.context());
                if (key.isPresent() && !set.elements().containsKey(key.get())) {
                    return call.context()
                            .refuse(Diagnostic.error(
                                            EvalCode.ELEMENT_MISSING, call.span("element"), "the set does not hold this")
                                    .hint("`discard` takes an element away only if it is there"));
                }
                return changing(set, call, () -> {
                    key.ifPresent(set.elements()::remove);
                    return true;
                });
            })
            .method("pop", "", (set, call) -> set.elements().isEmpty()
                    ? call.refuse(EvalCode.ELEMENT_MISSING, "the set is empty")
                    : set.elements().remove(set.elements().keySet().iterator().next()))
            .method("clear", "", (set, call) -> changing(set, call, () -> {
                set.elements().clear();
                return true;
            }))
            .method("copy", "", (set, call) -> copy(set, call.span()))
            .taking("update", "*others", (set, call) -> changing(set, call, () -> {
                for (Arguments.Given other : call.rest()) {
                    Optional<List<EvaluatedValue>> elements = Iteration.elements(other.value(), other.span(), call.context());
                    if (elements.isEmpty() || !Keys.addAll(set, elements.get(), other.span(), call.context())) {
                        return false;
                    }
                }
                return true;
            }))
            .method("union", "*others", (set, call) -> fold(BinaryOperator.OR, set, call))
            .method("intersection", "*others", (set, call) -> fold(BinaryOperator.AND, set, call))
            .method("difference", "*others", (set, call) -> fold(BinaryOperator.SUBTRACT, set, call))
            .method("symmetric_difference", "*others", (set, call) -> fold(BinaryOperator.XOR, set, call))
            .method("issubset", "other, /", (set, call) -> other(call)
                    .<EvaluatedValue>map(other -> new BooleanValue(
                            other.elements().keySet().containsAll(set.elements().keySet()), call.span()))
                    .orElseGet(() -> new Poison(call.span())))
            .method("issuperset", "other, /", (set, call) -> other(call)
                    .<EvaluatedValue>map(other -> new BooleanValue(
                            set.elements().keySet().containsAll(other.elements().keySet()), call.span()))
                    .orElseGet(() -> new Poison(call.span())))
            .method("isdisjoint", "other, /", (set, call) -> other(call)
                    .<EvaluatedValue>map(other -> new BooleanValue(
                            set.elements().keySet().stream().noneMatch(other.elements()::containsKey), call.span()))
                    .orElseGet(() -> new Poison(call.span())));

    private SetMethods() {}

    private interface Change {
        boolean make();
    }

    private static EvaluatedValue changing(Collection.SetValue set, Invocation call, Change change) {
        if (set.frozen()) {
            return call.refuse(EvalCode.NOT_ASSIGNABLE, "a frozenset cannot be changed");
        }
        call.allocate(1);
        return change.make() ? new NoneValue(call.span()) : new Poison(call.span());
    }

    private static Collection.SetValue copy(Collection.SetValue set, Span span) {
        Collection.SetValue copy = new Collection.SetValue(set.frozen(), span);
        copy.elements().putAll(set.elements());
        return copy;
    }

    private static Optional<Collection.SetValue> other(Invocation call) {
        return call.elements("other").flatMap(elements -> {
            Collection.SetValue other = new Collection.SetValue(false, call.span("other"));
            return Keys.addAll(other, elements, call.span("other"), call.context())
                    ? Optional.of(other)
                    : Optional.empty();
        });
    }

    private static EvaluatedValue fold(BinaryOperator operator, Collection.SetValue set, Invocation call) {
        Collection.SetValue result = copy(set, call.span());
        for (Arguments.Given given : call.rest()) {
            Optional<List<EvaluatedValue>> elements = Iteration.elements(given.value(), given.span(), call.context());
            Collection.SetValue other = new Collection.SetValue(false, given.span());
            if (elements.isEmpty() || !Keys.addAll(other, elements.get(), given.span(), call.context())) {
                return new Poison(call.span());
            }
            call.allocate(other.elements().size());
            if (binary(operator, result, other, call.span()).orElse(result) instanceof Collection.SetValue joined) {
                result = joined;
            }
        }
        return result;
    }

    /** {@code | & - ^} between sets. Empty for other operators. */
    static Optional<EvaluatedValue> binary(
            BinaryOperator operator, Collection.SetValue left, Collection.SetValue right, Span span) {
        Collection.SetValue result = new Collection.SetValue(left.frozen(), span);
        switch (operator) {
            case OR -> {
                result.elements().putAll(left.elements());
                right.elements().forEach(result.elements()::putIfAbsent);
            }
            case AND -> left.elements().forEach((key, value) -> {
                if (right.elements().containsKey(key)) {
                    result.elements().put(key, value);
                }
            });
            case SUBTRACT -> left.elements().forEach((key, value) -> {
                if (!right.elements().containsKey(key)) {
                    result.elements().put(key, value);
                }
            });
            case XOR -> {
                left.elements().forEach((key, value) -> {
                    if (!right.elements().containsKey(key)) {
                        result.elements().put(key, value);
                    }
                });
                right.elements().forEach((key, value) -> {
                    if (!left.elements().containsKey(key)) {
                        result.elements().put(key, value);
                    }
                });
            }
            case ADD, MULTIPLY, DIVIDE, FLOOR_DIVIDE, REMAINDER, POWER, MATRIX_MULTIPLY, SHIFT_LEFT, SHIFT_RIGHT -> {
                return Optional.empty();
            }
        }
        return Optional.of(result);
    }
}
