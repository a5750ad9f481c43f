package catchment.compiler.eval;

import java.util.List;
import java.util.Optional;

/** The methods of dicts. */
final class DictMethods {
    static final StaticMethods.Table<Collection.DictValue> TABLE = new StaticMethods.Table<Collection.DictValue>()
            .method("items", "", (dict, call) -> new DictView(dict, DictView.Part.ITEMS, call.span()))
            .method("keys", "", (dict, call) -> new DictView(dict, DictView.Part.KEYS, call.span()))
            .method("values", "", (dict, call) -> new DictView(dict, DictView.Part.VALUES, call.span()))
            .method("get", "key, default=, /", (dict, call) -> Keys.find(call.value("key"), call.context())
                    .map(key -> dict.entries().get(key))
                    .map(Collection.DictValue.Entry::value)
                    .or(() -> call.given("default").map(Arguments.Given::value))
                    .orElseGet(() -> new NoneValue(call.span())))
            .method("pop", "key, default=, /", (dict, call) -> {
                Optional<StaticKey> key = Keys.find(call.value("key"), call.context());
                if (key.isPresent() && dict.entries().containsKey(key.get())) {
                    return dict.entries().remove(key.get()).value();
                }
                return call.given("default")
                        .map(Arguments.Given::value)
                        .orElseGet(() -> MissingKeys.refuse(dict, call.value("key"), call.span("key"), call.context()));
            })
            .taking("setdefault", "key, default=, /", (dict, call) -> {
                Optional<StaticKey> key = Keys.of(call.value("key"), call.span("key"), call.context());
                if (key.isEmpty()) {
                    return new Poison(call.span());
                }
                Collection.DictValue.Entry entry = dict.entries().get(key.get());
                if (entry != null) {
                    return entry.value();
                }
                EvaluatedValue value = call.given("default")
                        .map(Arguments.Given::value)
                        .orElseGet(() -> new NoneValue(call.span()));
                dict.entries().put(key.get(), new Collection.DictValue.Entry(call.value("key"), value));
                return value;
            })
            .taking("update", "other=, /, **names", DictMethods::update)
            .method("copy", "", (dict, call) -> {
                Collection.DictValue copy = new Collection.DictValue(call.span());
                copy.entries().putAll(dict.entries());
                call.allocate(dict.entries().size());
                return copy;
            })
            .method("clear", "", (dict, call) -> {
                dict.entries().clear();
                return new NoneValue(call.span());
            })
            .method("popitem", "", (dict, call) -> {
                if (dict.entries().isEmpty()) {
                    return call.refuse(EvalCode.KEY_MISSING, "the dict is empty");
                }
                StaticKey last = dict.entries().keySet().stream().reduce((_, later) -> later).orElseThrow();
                Collection.DictValue.Entry entry = dict.entries().remove(last);
                return new Collection.TupleValue(List.of(entry.key(), entry.value()), false, call.span());
            });

    private DictMethods() {}

    private static EvaluatedValue update(Collection.DictValue dict, Invocation call) {
        if (call.given("other").isPresent()) {
            fill(dict, call.value("other"), call);
        }
        for (Arguments.Given given : call.namedRest()) {
            Keys.put(dict, new TextValue(given.name().orElse(""), given.nameSpan()), given.value(), given.nameSpan(), call.context());
        }
        return new NoneValue(call.span());
    }

    /** Puts the entries of a dict, or the pairs of a list, into a dict. False after a report. */
    static boolean fill(Collection.DictValue dict, EvaluatedValue other, Invocation call) {
        if (other instanceof Collection.DictValue given) {
            call.allocate(given.entries().size());
            given.entries().forEach((key, entry) -> dict.entries()
                    .merge(key, entry, (before, now) -> new Collection.DictValue.Entry(before.key(), now.value())));
            return true;
        }
        Optional<List<EvaluatedValue>> pairs = Iteration.elements(other, call.span(), call.context());
        if (pairs.isEmpty()) {
            return false;
        }
        for (EvaluatedValue pair : pairs.get()) {
            Optional<List<EvaluatedValue>> parts = Iteration.elements(pair, call.span(), call.context());
            if (parts.isEmpty()) {
                return false;
            }
            if (parts.get().size() != 2) {
                call.refuse(EvalCode.UNPACK_COUNT, "a dict is made of pairs, and one of these has " + parts.get().size() + " elements");
                return false;
            }
            call.allocate(1);
            if (!Keys.put(dict, parts.get().get(0), parts.get().get(1), call.span(), call.context())) {
                return false;
            }
        }
        return true;
    }
}
