package catchment.compiler.eval;

import catchment.grammar.syntax.ComparisonOperator;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The order of static values: numbers by size, texts by code point, dates by day, lists and tuples element by element, sets by what they hold. */
public final class StaticOrder {
    private StaticOrder() {}

    /** Whether {@code left operator right} holds, for {@code < <= > >=}. Empty if the two have no order. */
    static Optional<Boolean> holds(ComparisonOperator operator, EvaluatedValue left, EvaluatedValue right, Context context) {
        if (left instanceof Collection.SetValue first && right instanceof Collection.SetValue second) {
            boolean equal = first.elements().keySet().equals(second.elements().keySet());
            boolean within = second.elements().keySet().containsAll(first.elements().keySet());
            boolean around = first.elements().keySet().containsAll(second.elements().keySet());
            return switch (operator) {
                case LESS -> Optional.of(within && !equal);
                case LESS_OR_EQUAL -> Optional.of(within);
                case GREATER -> Optional.of(around && !equal);
                case GREATER_OR_EQUAL -> Optional.of(around);
                case EQUAL, NOT_EQUAL, IN, NOT_IN, IS, IS_NOT -> Optional.empty();
            };
        }
        if (isNotANumber(left) || isNotANumber(right)) {
            return Optional.of(false);
        }
        return compare(left, right, context).flatMap(order -> switch (operator) {
            case LESS -> Optional.of(order < 0);
            case LESS_OR_EQUAL -> Optional.of(order <= 0);
            case GREATER -> Optional.of(order > 0);
            case GREATER_OR_EQUAL -> Optional.of(order >= 0);
            case EQUAL, NOT_EQUAL, IN, NOT_IN, IS, IS_NOT -> Optional.empty();
        });
    }

    private static boolean isNotANumber(EvaluatedValue value) {
        return value instanceof FloatValue number && Double.isNaN(number.value());
    }

    /** Negative, zero or positive, as {@code left} comes before, with or after {@code right}. Empty if the two have no order. */
    public static Optional<Integer> compare(EvaluatedValue left, EvaluatedValue right, Context context) {
        Optional<EvaluatedValue> first = Operators.number(left);
        Optional<EvaluatedValue> second = Operators.number(right);
        if (first.isPresent() && second.isPresent()) {
            return Optional.of(numbers(first.get(), second.get()));
        }
        return switch (left) {
            case TextValue text when right instanceof TextValue other -> Optional.of(texts(text.value(), other.value()));
            case DateValue date when right instanceof DateValue other ->
                Optional.of(date.value().compareTo(other.value()));
            case Collection.TupleValue tuple when right instanceof Collection.TupleValue other ->
                sequences(tuple.elements(), other.elements(), context);
            case Collection.ListValue list when right instanceof Collection.ListValue other ->
                sequences(list.elements(), other.elements(), context);
            case OrderedValue ordered -> ordered.compareTo(right);
            default -> Optional.empty();
        };
    }

    private static int numbers(EvaluatedValue left, EvaluatedValue right) {
        if (left instanceof IntegerValue first && right instanceof IntegerValue second) {
            return Long.compare(first.value(), second.value());
        }
        double first = toDouble(left);
        double second = toDouble(right);
        if (Double.isInfinite(first) || Double.isInfinite(second) || Double.isNaN(first) || Double.isNaN(second)) {
            return first == second ? 0 : Double.compare(first, second);
        }
        return exact(left).compareTo(exact(right));
    }

    private static BigDecimal exact(EvaluatedValue number) {
        return number instanceof IntegerValue whole ? BigDecimal.valueOf(whole.value()) : new BigDecimal(toDouble(number));
    }

    private static double toDouble(EvaluatedValue number) {
        return switch (number) {
            case IntegerValue whole -> whole.value();
            case FloatValue decimal -> decimal.value();
            default -> Double.NaN;
        };
    }

    private static int texts(String left, String right) {
        int i = 0;
        int end = Math.min(left.length(), right.length());
        while (i < end && left.charAt(i) == right.charAt(i)) {
            i++;
        }
        if (i == end) {
            return Integer.compare(left.length(), right.length());
        }
        char first = left.charAt(i);
        char second = right.charAt(i);
        if (Character.isSurrogate(first) != Character.isSurrogate(second)) {
            return Character.isSurrogate(first) ? 1 : -1;
        }
        return Character.compare(first, second);
    }

    private static Optional<Integer> sequences(List<EvaluatedValue> left, List<EvaluatedValue> right, Context context) {
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            if (!StaticEquality.equal(left.get(i), right.get(i), context)) {
                return compare(left.get(i), right.get(i), context);
            }
        }
        return Optional.of(Integer.compare(left.size(), right.size()));
    }
}
