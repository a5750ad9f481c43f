package catchment.compiler.standard;

import catchment.compiler.eval.Collection;
import catchment.compiler.eval.EvaluatedValue;
import catchment.compiler.eval.Invocation;
import catchment.compiler.eval.Iteration;
import catchment.compiler.eval.Keys;
import catchment.compiler.eval.Poison;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code collections} and {@code copy}: a dict in order, as every dict is, and copies of values that can change. */
final class CollectionsModule {
    private CollectionsModule() {}

    static Map<String, EvaluatedValue> values() {
        return new Functions()
                .function("OrderedDict", "pairs=", CollectionsModule::ordered)
                .refused("defaultdict", "`defaultdict` cannot be used in a definition", "write `{}`, and `values.setdefault(key, [])` where a value may be missing")
                .refused("Counter", "`Counter` cannot be used in a definition", "write `{}`, and `counts[key] = counts.get(key, 0) + 1`")
                .refused("namedtuple", "`namedtuple` cannot be used in a definition", "keep values that belong together in a dict")
                .refused("deque", "`deque` cannot be used in a definition", "write a list, `[]`")
                .refused("ChainMap", "`ChainMap` cannot be used in a definition", "join dicts with `{**first, **second}`")
                .values();
    }

    static Map<String, EvaluatedValue> copies() {
        return new Functions()
                .function("copy", "x", call -> copied(call.value("x"), false, call))
                .function("deepcopy", "x", call -> copied(call.value("x"), true, call))
                .values();
    }

    private static EvaluatedValue ordered(Invocation call) {
        Collection.DictValue dict = new Collection.DictValue(call.span());
        if (call.given("pairs").isEmpty()) {
            return dict;
        }
        if (call.value("pairs") instanceof Collection.DictValue other) {
            return copied(other, false, call);
        }
        for (EvaluatedValue pair : call.elements("pairs").orElse(List.of())) {
            Optional<List<EvaluatedValue>> parts = Iteration.elements(pair, call.span(), call.context());
            if (parts.isEmpty() || parts.get().size() != 2) {
                return call.wrongKind("pairs", "a list of pairs");
            }
            if (!Keys.put(dict, parts.get().get(0), parts.get().get(1), call.span(), call.context())) {
                return new Poison(call.span());
            }
        }
        return dict;
    }

    private static EvaluatedValue copied(EvaluatedValue value, boolean deep, Invocation call) {
        return switch (value) {
            case Collection.ListValue list -> {
                call.allocate(list.elements().size());
                yield new Collection.ListValue(
                        list.elements().stream().map(element -> deep ? copied(element, true, call) : element).toList(),
                        call.span());
            }
            case Collection.DictValue dict -> {
                call.allocate(dict.entries().size());
                Collection.DictValue copy = new Collection.DictValue(call.span());
                dict.entries().forEach((key, entry) -> copy.entries()
                        .put(
                                key,
                                new Collection.DictValue.Entry(
                                        entry.key(), deep ? copied(entry.value(), true, call) : entry.value())));
                yield copy;
            }
            case Collection.SetValue set -> {
                call.allocate(set.elements().size());
                Collection.SetValue copy = new Collection.SetValue(set.frozen(), call.span());
                copy.elements().putAll(set.elements());
                yield copy;
            }
            default -> value;
        };
    }
}
