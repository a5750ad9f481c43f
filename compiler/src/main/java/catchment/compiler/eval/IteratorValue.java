package catchment.compiler.eval;

import catchment.grammar.source.Span;
import java.util.List;
import java.util.Optional;

/** What {@code zip}, {@code map}, {@code reversed} or a generator gives: elements that are made when they are wanted, once. */
final class IteratorValue implements Behaviour {
    private final String kind;
    private final Walk remaining;
    private final Span origin;

    IteratorValue(String kind, Walk remaining, Span origin) {
        this.kind = kind;
        this.remaining = remaining;
        this.origin = origin;
    }

    /** What has not been taken yet; whoever goes on takes it out. */
    Walk remaining() {
        return remaining;
    }

    @Override
    public Optional<List<EvaluatedValue>> iterate(Span syntax, Context context) {
        return remaining.rest();
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
