package catchment.compiler.eval;

/** The language's own equality and keys of static values. */
public final class StaticEquality {
    /** What comparing two containers costs besides their elements: lists that hold one another have more parts than they have elements. */
    private static final long COST = 8;

    private StaticEquality() {}

    /** The key of a value that needs no report: everything but lists, dicts, sets and behaviours that refuse. Numbers that are equal have one key. */
    public static java.util.Optional<StaticKey> plainKey(EvaluatedValue value) {
        return switch (value) {
            case NoneValue _ -> java.util.Optional.of(new StaticKey(NoneValue.class));
            case BooleanValue bool -> java.util.Optional.of(new StaticKey(bool.value() ? 1L : 0L));
            case IntegerValue number -> java.util.Optional.of(new StaticKey(number.value()));
            case FloatValue number ->
                    java.util.Optional.of(
                            number.value() == Math.rint(number.value()) && Math.abs(number.value()) < 0x1p63
                                    ? new StaticKey((long) number.value())
                                    : new StaticKey(number.value()));
            case TextValue text -> java.util.Optional.of(new StaticKey(text.value()));
            case DateValue date -> java.util.Optional.of(new StaticKey(date.value()));
            case Collection.TupleValue tuple -> {
                java.util.List<Object> parts = new java.util.ArrayList<>();
                for (EvaluatedValue element : tuple.elements()) {
                    java.util.Optional<StaticKey> part = plainKey(element);
                    if (part.isEmpty()) {
                        yield java.util.Optional.empty();
                    }
                    parts.add(part.get());
                }
                yield java.util.Optional.of(new StaticKey(java.util.List.copyOf(parts)));
            }
            case Collection.ListValue _, Collection.DictValue _, Collection.SetValue _, Poison _, Behaviour _ ->
                    java.util.Optional.empty();
        };
    }

    /** The language's {@code ==} between static values; behaviours that do not answer for themselves are equal if Java holds them equal. */
    public static boolean equal(EvaluatedValue left, EvaluatedValue right, Context context) {
        if (left == right) {
            return true;
        }
        if (left instanceof Behaviour || right instanceof Behaviour) {
            return left.equals(right);
        }
        return switch (left) {
            case Collection.ListValue list ->
                right instanceof Collection.ListValue other && allEqual(list.elements(), other.elements(), context);
            case Collection.TupleValue tuple ->
                right instanceof Collection.TupleValue other && allEqual(tuple.elements(), other.elements(), context);
            case Collection.DictValue dict -> right instanceof Collection.DictValue other && dictsEqual(dict, other, context);
            case Collection.SetValue set ->
                right instanceof Collection.SetValue other
                        && set.elements().keySet().equals(other.elements().keySet());
            case NoneValue _, BooleanValue _, IntegerValue _, FloatValue _, TextValue _, DateValue _ ->
                plainKey(left).equals(plainKey(right));
            case Poison _, Behaviour _ -> false;
        };
    }

    /** The language's {@code is}: of {@code None}, truth values, numbers and texts by value, of all else by identity. */
    static boolean same(EvaluatedValue left, EvaluatedValue right, Context context) {
        if (left == right) {
            return true;
        }
        return left.getClass() == right.getClass()
                && (left instanceof NoneValue
                        || left instanceof BooleanValue
                        || left instanceof IntegerValue
                        || left instanceof TextValue)
                && equal(left, right, context);
    }

    /** Whether an element equals the value. */
    public static boolean contains(java.util.List<EvaluatedValue> elements, EvaluatedValue value, Context context) {
        for (EvaluatedValue element : elements) {
            if (equal(element, value, context)) {
                return true;
            }
        }
        return false;
    }

    private static boolean allEqual(java.util.List<EvaluatedValue> left, java.util.List<EvaluatedValue> right, Context context) {
        if (left.size() != right.size()) {
            return false;
        }
        context.scanned(COST + left.size());
        for (int i = 0; i < left.size(); i++) {
            EvaluatedValue one = left.get(i);
            EvaluatedValue other = right.get(i);
            if (!context.within(() -> equal(one, other, context))) {
                return false;
            }
        }
        return true;
    }

    private static boolean dictsEqual(Collection.DictValue left, Collection.DictValue right, Context context) {
        if (left.entries().size() != right.entries().size()) {
            return false;
        }
        context.scanned(COST + left.entries().size());
        for (var entry : left.entries().entrySet()) {
            Collection.DictValue.Entry other = right.entries().get(entry.getKey());
            if (other == null || !context.within(() -> equal(entry.getValue().value(), other.value(), context))) {
                return false;
            }
        }
        return true;
    }
}
