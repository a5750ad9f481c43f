package catchment.compiler.eval;

import catchment.grammar.source.Span;
import catchment.grammar.syntax.BinaryOperator;
import catchment.grammar.syntax.ComparisonOperator;
import catchment.grammar.syntax.Expression;
import catchment.grammar.syntax.UnaryOperator;
import java.util.List;
import java.util.Optional;

/**
 * A value that says for itself what can be done with it: functions, modules, frames, series, datasets, durations.
 *
 * <p>Every method is given the syntax that asks, for its places and its text. A method that refuses reports why and gives {@link Poison}; an empty answer means
 * "nothing special", and the evaluator reports in its own general words.
 */
public non-sealed interface Behaviour extends EvaluatedValue {
    /** {@code value.name}. Empty if there is no such attribute. */
    default Optional<EvaluatedValue> attribute(Expression.Attribute syntax, Context context) {
        return Optional.empty();
    }

    /** {@code value.name = new}, or {@code setattr}. Returns false if attributes cannot be set. */
    default boolean setAttribute(String name, Span nameSpan, EvaluatedValue value, Span whole, Context context) {
        return false;
    }

    /** The names that {@code value.name} knows, for suggestions and {@code hasattr}. */
    default List<String> attributeNames() {
        return List.of();
    }

    /** {@code value(arguments)}. Empty if it cannot be called. */
    default Optional<EvaluatedValue> call(Expression.Call syntax, Arguments arguments, Context context) {
        return Optional.empty();
    }

    /**
     * {@code value + other}, or {@code other + value} where {@code reflected}. The left operand is asked first; if its answer is empty, the right one.
     *
     * @param syntax where both operands and the operator stand
     */
    default Optional<EvaluatedValue> binary(
            BinaryOperator operator, EvaluatedValue other, boolean reflected, Operation syntax, Context context) {
        return Optional.empty();
    }

    /** {@code value < other}, or {@code other < value} where {@code reflected}; {@code in} is asked of its right operand first, then of its left. */
    default Optional<EvaluatedValue> compare(
            ComparisonOperator operator, EvaluatedValue other, boolean reflected, Operation syntax, Context context) {
        return Optional.empty();
    }

    /** {@code -value}, {@code ~value}. */
    default Optional<EvaluatedValue> unary(UnaryOperator operator, Expression.Unary syntax, Context context) {
        return Optional.empty();
    }

    /** {@code value[index]}. */
    default Optional<EvaluatedValue> subscript(EvaluatedValue index, Expression.Subscript syntax, Context context) {
        return Optional.empty();
    }

    /** What it yields in a {@code for}, an unpacking or {@code list(…)}. Empty if it cannot be gone through. */
    default Optional<List<EvaluatedValue>> iterate(Span syntax, Context context) {
        return Optional.empty();
    }

    /** The elements that a slice, {@code value[1:]}, gives a list of. Empty if it cannot be sliced. */
    default Optional<List<EvaluatedValue>> sliced(Span syntax, Context context) {
        return Optional.empty();
    }

    /**
     * Whether it counts as true. A series has no such answer: it reports, in the words that fit the use, and gives empty.
     *
     * @param use where the truth is wanted
     */
    default Optional<Boolean> truth(TruthUse use, Context context) {
        return Optional.of(true);
    }

    /**
     * It was given to a built-in function that works on numbers, texts and lists: {@code len}, {@code max}, {@code abs}, {@code sum}, {@code str}, {@code round},
     * {@code any} … Reports what to write instead; gives empty to let the built-in go on.
     */
    default Optional<EvaluatedValue> builtin(String name, Expression.Call syntax, Arguments arguments, Context context) {
        return Optional.empty();
    }

    /** Its text in an f-string or {@code str(…)}. Empty, after a report, where that is a mistake. */
    default Optional<String> text(Span syntax, Context context) {
        return Optional.of("<" + kind() + ">");
    }

    /** What it is as a key of a dict or a member of a set. Empty, after a report, where that is a mistake. */
    default Optional<StaticKey> key(Span syntax, Context context) {
        return Optional.of(new StaticKey(this));
    }

    /** Whether this is a class, and {@code value} is of it: what {@code isinstance(value, this)} asks. */
    default boolean isInstance(EvaluatedValue value) {
        return false;
    }

    /**
     * Part of the definition that may have changed this value was not run, because a mistake decides whether or with what it would be. From here on, an attribute
     * that is not there may have been set: asking for it gives {@link Poison} without a report.
     */
    default void becomeUncertain() {}

    /** {@code value[index] = new}. Returns false if elements cannot be set. */
    default boolean setSubscript(EvaluatedValue index, EvaluatedValue value, Span whole, Context context) {
        return false;
    }
}
