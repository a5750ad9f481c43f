package catchment.compiler.eval;

import java.util.Optional;

/** A static value of the standard library that has an order and an equality of its own: a date with a time, a length of time. */
public interface OrderedValue extends Behaviour {
    /** Negative, zero or positive; empty if the other has no place in its order. */
    Optional<Integer> compareTo(EvaluatedValue other);

    @Override
    default Optional<EvaluatedValue> compare(
            catchment.grammar.syntax.ComparisonOperator operator,
            EvaluatedValue other,
            boolean reflected,
            Operation syntax,
            Context context) {
        if (other instanceof Behaviour && !(other instanceof OrderedValue)) {
            return Optional.empty();
        }
        return compareTo(other).flatMap(forwards -> {
            int order = reflected ? -forwards : forwards;
            Optional<Boolean> holds =
                    switch (operator) {
                        case EQUAL -> Optional.of(order == 0);
                        case NOT_EQUAL -> Optional.of(order != 0);
                        case LESS -> Optional.of(order < 0);
                        case LESS_OR_EQUAL -> Optional.of(order <= 0);
                        case GREATER -> Optional.of(order > 0);
                        case GREATER_OR_EQUAL -> Optional.of(order >= 0);
                        case IN, NOT_IN, IS, IS_NOT -> Optional.empty();
                    };
            return holds.map(is -> new BooleanValue(is, syntax.span()));
        });
    }
}
