package catchment.compiler.plan;

import catchment.compiler.model.Case;
import catchment.compiler.model.CombineAsSet;
import catchment.compiler.model.Function;
import catchment.compiler.model.In;
import catchment.compiler.model.Node;
import catchment.compiler.model.Operator;
import catchment.compiler.model.Series;
import catchment.compiler.model.Type;
import catchment.compiler.model.Value;
import catchment.compiler.model.ValueSet;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Long lists as data. Every list of one type of value is in one table, once: a row for each value, a bit for each list. A case over many literals of one series
 * is a table of values and results.
 */
final class Lookups {
    private static final int BITS = 62;

    /** A relation that is joined where its column equals the value of a node, and for a set of each patient's own where its key is that of the row. */
    record Lookup(Node key, Relation relation, String keyColumn) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Lookup lookup && lookup.key == key && lookup.relation == relation;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(key) * 31 + System.identityHashCode(relation);
        }
    }

    /** A bit of a column. */
    record Mask(String column, long bit) {}

    /** A case as data: what is looked up, and what holds otherwise. */
    record Branches(Lookup lookup, Optional<Series> otherwise) {}

    private final Workshop shop;
    private final Map<Type, Relation> lists = new EnumMap<>(Type.class);
    private final Map<Type, List<ValueSet>> members = new EnumMap<>(Type.class);
    private final Map<ValueSet, Mask> masks = new IdentityHashMap<>();
    private final Map<Case, Branches> branches = new IdentityHashMap<>();
    private final Map<CombineAsSet, Relation> sets = new IdentityHashMap<>();
    private final List<Plan.Data> data = new ArrayList<>();

    Lookups(List<Node> nodes, Workshop shop) {
        this.shop = shop;
        for (Node node : nodes) {
            if (node instanceof In in && in.set() instanceof ValueSet set && isData(set)) {
                masks.computeIfAbsent(set, this::mask);
            } else if (node instanceof Case cases) {
                asData(cases).ifPresent(found -> branches.put(cases, found));
            }
        }
        members.forEach((type, sets) -> data.add(new Plan.Data(lists.get(type).name(), columns(type, sets), rows(sets))));
    }

    /** The tables to be loaded. */
    List<Plan.Data> data() {
        return data;
    }

    /** True if the list is not written into expressions. */
    boolean isData(ValueSet set) {
        return set.values().size() > shop.capabilities.inlineListLength();
    }

    Mask maskOf(ValueSet set) {
        return masks.get(set);
    }

    /** What a node is looked up in, if it is. */
    Optional<Lookup> of(Node node) {
        return switch (node) {
            case In in when in.set() instanceof ValueSet set && masks.containsKey(set) ->
                Optional.of(new Lookup(in.value(), lists.get(set.type()), "value"));
            case In in when in.set() instanceof CombineAsSet set && sets.containsKey(set) ->
                Optional.of(new Lookup(in.value(), sets.get(set), "value"));
            case Case cases when branches.containsKey(cases) -> Optional.of(branches.get(cases).lookup());
            default -> Optional.empty();
        };
    }

    Optional<Branches> branches(Case cases) {
        return Optional.ofNullable(branches.get(cases));
    }

    /** Remembers the stage that holds the values of each patient's set, in a column {@code value}. */
    void know(CombineAsSet set, Relation relation) {
        sets.putIfAbsent(set, relation);
    }

    boolean knows(CombineAsSet set) {
        return sets.containsKey(set);
    }

    private Mask mask(ValueSet set) {
        List<ValueSet> sets = members.computeIfAbsent(set.type(), _ -> new ArrayList<>());
        Relation relation = lists.computeIfAbsent(set.type(), type -> {
            Relation made = Relation.named(shop.names.fresh("codelists_" + type.serialName().toLowerCase(Locale.ROOT)));
            made.slot("value", shop.algebra.type(type, false));
            return made;
        });
        Mask mask = new Mask("lists_" + (sets.size() / BITS + 1), 1L << (sets.size() % BITS));
        relation.slot(mask.column(), shop.algebra.type(Type.INT, false));
        sets.add(set);
        return mask;
    }

    private static List<Plan.Column> columns(Type type, List<ValueSet> sets) {
        List<Plan.Column> columns = new ArrayList<>();
        columns.add(new Plan.Column("value", type));
        for (int i = 0; i <= (sets.size() - 1) / BITS; i++) {
            columns.add(new Plan.Column("lists_" + (i + 1), Type.INT));
        }
        return columns;
    }

    private static List<List<Object>> rows(List<ValueSet> sets) {
        int width = (sets.size() - 1) / BITS + 1;
        Map<Object, long[]> bits = new LinkedHashMap<>();
        for (int i = 0; i < sets.size(); i++) {
            for (Object value : sets.get(i).values()) {
                // zero and minus zero are one value to an engine
                Object key = value instanceof Double real && real == 0 ? (Object) 0.0 : value;
                bits.computeIfAbsent(key, _ -> new long[width])[i / BITS] |= 1L << (i % BITS);
            }
        }
        List<List<Object>> rows = new ArrayList<>(bits.size());
        bits.forEach((value, mask) -> {
            List<Object> row = new ArrayList<>(width + 1);
            row.add(value);
            for (long word : mask) {
                row.add(word);
            }
            rows.add(row);
        });
        return rows;
    }

    private Optional<Branches> asData(Case cases) {
        if (cases.branches().size() <= shop.capabilities.inlineBranches()) {
            return Optional.empty();
        }
        Series key = null;
        Map<Object, Object> results = new LinkedHashMap<>();
        for (Case.Branch branch : cases.branches()) {
            if (!(branch.condition() instanceof Function equal
                            && equal.operator() == Operator.EQ
                            && equal.arguments().get(1) instanceof Value literal
                            && !(equal.arguments().getFirst() instanceof Value)
                            && (key == null || key == equal.arguments().getFirst()))
                    || (branch.value().isPresent() && !(branch.value().get() instanceof Value))) {
                return Optional.empty();
            }
            key = equal.arguments().getFirst();
            Object value = literal.value() instanceof Double real && real == 0 ? (Object) 0.0 : literal.value();
            if (!results.containsKey(value)) {
                results.put(value, branch.value().map(found -> ((Value) found).value()).orElse(null));
            }
        }
        String name = shop.names.fresh(shop.served.name(List.of(cases)) + "_by_value");
        Relation relation = Relation.named(name);
        relation.slot("value", shop.algebra.type(key.type(), false));
        relation.slot("result", shop.algebra.type(cases.type()));
        List<List<Object>> rows = new ArrayList<>();
        results.forEach((value, result) -> rows.add(java.util.Arrays.asList(value, result)));
        data.add(new Plan.Data(
                name, List.of(new Plan.Column("value", key.type()), new Plan.Column("result", cases.type())), rows));
        return Optional.of(new Branches(new Lookup(key, relation, "value"), cases.otherwise()));
    }
}
