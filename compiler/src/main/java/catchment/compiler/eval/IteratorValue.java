package catchment.compiler.eval;

import catchment.grammar.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What {@code zip}, {@code map}, {@code reversed} or a generator gives: elements that can be gone through once. */
final class IteratorValue implements Behaviour {
    private final String kind;
    private final List<EvaluatedValue> remaining;
    private final Span origin;

    IteratorValue(String kind, List<EvaluatedValue> elements, Span origin) {
        this.kind = kind;
        this.remaining = new ArrayList<>(elements);
        this.origin = origin;
    }

    /** The next element, which is taken out. Empty at the end. */
    Optional<EvaluatedValue> next() {
        return remaining.isEmpty() ? Optional.empty() : Optional.of(remaining.removeFirst());
    }

    @Override
    public Optional<List<EvaluatedValue>> iterate(Span syntax, Context context) {
        List<EvaluatedValue> all = List.copyOf(remaining);
        remaining.clear();
        return Optional.of(all);
    }

    @Override
    public Span origin() {
        return origin;
    }

    @Override
    public String kind() {
        return kind;
    }
}
