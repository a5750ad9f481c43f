package catchment.compiler.eval;

import catchment.grammar.source.Span;
import catchment.grammar.syntax.BinaryOperator;
import catchment.grammar.syntax.ComparisonOperator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What {@code dict.keys()}, {@code dict.values()} and {@code dict.items()} give: the dict as it is when it is looked at. */
record DictView(Collection.DictValue dict, Part part, Span origin) implements Behaviour {
    /** What is looked at. */
    enum Part {
        KEYS,
        VALUES,
        ITEMS
    }

    @Override
    public Optional<List<EvaluatedValue>> iterate(Span syntax, Context context) {
        return Optional.of(dict.entries().values().stream().map(this::element).toList());
    }

    /** Through the dict, which must keep its keys meanwhile. */
    Walk walk(Span syntax, Context context) {
        return Walk.keyed("dict", dict.entries(), (_, entry) -> element(entry), syntax, context);
    }

    private EvaluatedValue element(Collection.DictValue.Entry entry) {
        return switch (part) {
            case KEYS -> entry.key();
            case VALUES -> entry.value();
            case ITEMS -> new Collection.TupleValue(List.of(entry.key(), entry.value()), false, origin);
        };
    }

    @Override
    public Optional<EvaluatedValue> compare(
            ComparisonOperator operator, EvaluatedValue other, boolean reflected, Operation syntax, Context context) {
        boolean membership = operator == ComparisonOperator.IN || operator == ComparisonOperator.NOT_IN;
        if (part != Part.KEYS || !membership || !reflected || other instanceof Behaviour) {
            return Optional.empty();
        }
        return Keys.find(other, context)
                .map(dict.entries()::containsKey)
                .map(found -> new BooleanValue(found == (operator == ComparisonOperator.IN), syntax.span()));
    }

    @Override
    public Optional<EvaluatedValue> binary(
            BinaryOperator operator, EvaluatedValue other, boolean reflected, Operation syntax, Context context) {
        if (part != Part.KEYS || other instanceof Behaviour && !(other instanceof DictView)) {
            return Optional.empty();
        }
        Collection.SetValue mine = new Collection.SetValue(false, origin);
        Keys.addAll(mine, iterate(origin, context).orElse(List.of()), origin, context);
        Optional<List<EvaluatedValue>> elements = Iteration.elements(other, syntax.right().span(), context);
        if (elements.isEmpty()) {
            return Optional.of(new Poison(syntax.span()));
        }
        Collection.SetValue others = new Collection.SetValue(false, other.origin());
        Keys.addAll(others, elements.get(), syntax.right().span(), context);
        return reflected
                ? SetMethods.binary(operator, others, mine, syntax.span())
                : SetMethods.binary(operator, mine, others, syntax.span());
    }

    @Override
    public Optional<Boolean> truth(TruthUse use, Context context) {
        return Optional.of(!dict.entries().isEmpty());
    }

    @Override
    public Optional<String> text(Span syntax, Context context) {
        String name = "dict_" + part.name().toLowerCase(Locale.ROOT);
        Collection.ListValue elements = new Collection.ListValue(iterate(syntax, context).orElse(List.of()), origin);
        return Texts.representation(elements, syntax, context).map(text -> name + "(" + text + ")");
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    @Override
    public String kind() {
        return switch (part) {
            case KEYS -> "the keys of a dict";
            case VALUES -> "the values of a dict";
            case ITEMS -> "the items of a dict";
        };
    }
}
