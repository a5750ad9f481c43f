package catchment.compiler.eval;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Values as keys of dicts and members of sets. */
public final class Keys {
    /** What the key of a tuple costs besides its elements: tuples that hold one another have more parts than they have elements. */
    private static final long COST = 16;

    private Keys() {}

    /** The key of a value. Empty for poison, and after a report for what can be no key. */
    public static Optional<StaticKey> of(EvaluatedValue value, Span syntax, Context context) {
        return switch (value) {
            case Poison _ -> Optional.empty();
            case Behaviour behaviour -> behaviour.key(syntax, context);
            case Collection.SetValue set when set.frozen() -> frozen(set, context);
            case Collection.TupleValue tuple -> tuple(tuple, syntax, context);
            case Collection.ListValue _, Collection.DictValue _, Collection.SetValue _ -> {
                context.report(Diagnostic.error(
                                EvalCode.NOT_A_KEY,
                                syntax,
                                value.kind() + " can change, so it cannot be a key of a dict or a member of a set")
                        .hint(value instanceof Collection.ListValue
                                ? "make a tuple of it: `tuple(…)`"
                                : "make a frozenset of its keys: `frozenset(…)`"));
                yield Optional.empty();
            }
            case NoneValue _, BooleanValue _, IntegerValue _, FloatValue _, TextValue _, DateValue _ ->
                StaticEquality.plainKey(value);
        };
    }

    /** The key of a value that is only looked for: what can be no key is in no dict. Empty for poison. */
    static Optional<StaticKey> find(EvaluatedValue value, Context context) {
        return switch (value) {
            case Behaviour behaviour -> behaviour.key(behaviour.origin(), context);
            case Collection.SetValue set -> frozen(set, context);
            case Collection.TupleValue tuple -> tuple(tuple, tuple.origin(), context);
            default -> StaticEquality.plainKey(value);
        };
    }

    private static Optional<StaticKey> frozen(Collection.SetValue set, Context context) {
        context.scanned(set.elements().size());
        Set<StaticKey> keys = new HashSet<>(set.elements().keySet());
        return Optional.of(new StaticKey(Set.copyOf(keys)));
    }

    private static Optional<StaticKey> tuple(Collection.TupleValue tuple, Span syntax, Context context) {
        context.scanned(COST + tuple.elements().size());
        List<Object> parts = new ArrayList<>();
        for (EvaluatedValue element : tuple.elements()) {
            Optional<StaticKey> part = of(element, syntax, context);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            parts.add(part.get());
        }
        return Optional.of(new StaticKey(List.copyOf(parts)));
    }

    /** Sets a key of a dict; an equal key that is there keeps its place and spelling. False if the key is poison or was refused. */
    public static boolean put(
            Collection.DictValue dict, EvaluatedValue key, EvaluatedValue value, Span syntax, Context context) {
        Optional<StaticKey> plain = of(key, syntax, context);
        plain.ifPresent(known -> dict.entries()
                .merge(known, new Collection.DictValue.Entry(key, value), (before, _) ->
                        new Collection.DictValue.Entry(before.key(), value)));
        return plain.isPresent();
    }

    /** Adds members to a set; an equal one that is there stays. False if any is poison or was refused. */
    public static boolean addAll(
            Collection.SetValue set, List<EvaluatedValue> elements, Span syntax, Context context) {
        boolean known = true;
        for (EvaluatedValue element : elements) {
            Optional<StaticKey> key = of(element, syntax, context);
            key.ifPresent(plain -> set.elements().putIfAbsent(plain, element));
            known &= key.isPresent();
        }
        return known;
    }
}
