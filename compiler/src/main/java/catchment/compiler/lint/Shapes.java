package catchment.compiler.lint;

import catchment.compiler.model.Case;
import catchment.compiler.model.Function;
import catchment.compiler.model.Node;
import catchment.compiler.model.Operator;
import catchment.compiler.model.Series;
import java.util.Optional;

/** How methods of the language look in a query graph. */
final class Shapes {
    private Shapes() {}

    /** What is negated, if it is a negation. */
    static Optional<Series> not(Node node) {
        return node instanceof Function function && function.operator() == Operator.NOT
                ? Optional.of(function.arguments().getFirst())
                : Optional.empty();
    }

    /** What is asked to be missing, if it asks. */
    static Optional<Series> isNull(Node node) {
        return node instanceof Function function && function.operator() == Operator.IS_NULL
                ? Optional.of(function.arguments().getFirst())
                : Optional.empty();
    }

    /** What is asked to be there, if it asks: {@code x.is_not_null()}. */
    static Optional<Series> isNotNull(Node node) {
        return not(node).flatMap(Shapes::isNull);
    }

    /** True for {@code x.when_null_then(y)}, given what it is asked of. */
    static boolean fillsGaps(Node node, Series of) {
        return node instanceof Case branches
                && branches.branches().size() == 1
                && branches.branches().getFirst().value().filter(value -> value == of).isPresent()
                && isNotNull(branches.branches().getFirst().condition()).filter(asked -> asked == of).isPresent();
    }

    /** True for the condition that {@code except_where} makes of its own: {@code ~c | c.is_null()}. */
    static boolean keepsTheRest(Node node, Series condition) {
        return node instanceof Function function
                && function.operator() == Operator.OR
                && not(function.arguments().getFirst()).filter(negated -> negated == condition).isPresent()
                && isNull(function.arguments().getLast()).filter(asked -> asked == condition).isPresent();
    }

    static boolean is(Node node, Operator operator) {
        return node instanceof Function function && function.operator() == operator;
    }
}
