package catchment.compiler.eval;

import catchment.grammar.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Sorts static values, by a key where one is given. */
final class Sorting {
    private record Keyed(EvaluatedValue key, EvaluatedValue element) {}

    /** Two values without an order. */
    private static final class NoOrder extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Keyed left;
        private final transient Keyed right;

        NoOrder(Keyed left, Keyed right) {
            super("two values without an order", null, false, false);
            this.left = left;
            this.right = right;
        }
    }

    private Sorting() {}

    /** The elements in order, by the call's {@code key} and {@code reverse}. Empty after a report. */
    static Optional<List<EvaluatedValue>> sorted(List<EvaluatedValue> elements, Invocation call) {
        Optional<EvaluatedValue> key = call.optional("key");
        List<Keyed> keyed = new ArrayList<>();
        for (EvaluatedValue element : elements) {
            EvaluatedValue by = key.map(function -> call.call(function, List.of(element))).orElse(element);
            if (by instanceof Poison) {
                return Optional.empty();
            }
            keyed.add(new Keyed(by, element));
        }
        boolean reverse = call.flag("reverse");
        if (reverse) {
            Collections.reverse(keyed);
        }
        try {
            keyed.sort((left, right) -> StaticOrder.compare(left.key(), right.key(), call.context())
                    .orElseThrow(() -> new NoOrder(left, right)));
        } catch (NoOrder pair) {
            call.context()
                    .report(Diagnostic.error(
                            EvalCode.OPERANDS,
                            call.span(),
                            "there is no order between " + pair.left.key().kind() + " and " + pair.right.key().kind()));
            return Optional.empty();
        }
        if (reverse) {
            Collections.reverse(keyed);
        }
        return Optional.of(keyed.stream().map(Keyed::element).toList());
    }
}
