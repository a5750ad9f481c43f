package catchment.compiler.standard;

import catchment.compiler.eval.Arguments;
import catchment.compiler.eval.Behaviour;
import catchment.compiler.eval.Context;
import catchment.compiler.eval.EvaluatedValue;
import catchment.grammar.source.Span;
import catchment.grammar.syntax.BinaryOperator;
import catchment.grammar.syntax.Expression;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code typing} and {@code __future__}: names for annotations, which mean nothing here. */
final class TypingModule {
    private TypingModule() {}

    static Map<String, EvaluatedValue> values() {
        return named(List.of(
                "Any", "Callable", "Dict", "FrozenSet", "Iterable", "List", "Literal", "Mapping", "Optional", "Sequence", "Set", "Tuple", "Type", "Union"));
    }

    static Map<String, EvaluatedValue> future() {
        return named(List.of("annotations"));
    }

    private static Map<String, EvaluatedValue> named(List<String> names) {
        Functions functions = new Functions();
        names.forEach(name -> functions.value(name, new TypingName(name)));
        return functions.values();
    }

    /** A name that only annotations use. */
    record TypingName(String name) implements Behaviour {
        @Override
        public Optional<EvaluatedValue> subscript(EvaluatedValue index, Expression.Subscript syntax, Context context) {
            return Optional.of(this);
        }

        @Override
        public Optional<EvaluatedValue> binary(
                BinaryOperator operator,
                EvaluatedValue other,
                boolean reflected,
                catchment.compiler.eval.Operation syntax,
                Context context) {
            return operator == BinaryOperator.OR ? Optional.of(this) : Optional.empty();
        }

        @Override
        public Optional<EvaluatedValue> builtin(String function, Expression.Call syntax, Arguments arguments, Context context) {
            return Optional.empty();
        }

        @Override
        public Span origin() {
            return Span.NONE;
        }

        @Override
        public String kind() {
            return "a name for annotations";
        }
    }
}
