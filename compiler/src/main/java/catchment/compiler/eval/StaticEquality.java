package catchment.compiler.eval;

/** The language's own equality and keys of static values. */
public final class StaticEquality {
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
}
