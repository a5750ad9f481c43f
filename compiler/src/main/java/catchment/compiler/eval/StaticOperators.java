package catchment.compiler.eval;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import catchment.grammar.syntax.BinaryOperator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Operators between static values, with Python's meaning; whole numbers have 64 bits, and what leaves them is a mistake. */
final class StaticOperators {
    private final Session session;

    StaticOperators(Session session) {
        this.session = session;
    }

    /** The result; poison after a report; empty if the operator does not join the two. */
    Optional<EvaluatedValue> binary(BinaryOperator operator, EvaluatedValue left, EvaluatedValue right, Span span) {
        if (left instanceof BooleanValue first && right instanceof BooleanValue second) {
            Optional<EvaluatedValue> truth = truths(operator, first.value(), second.value(), span);
            if (truth.isPresent()) {
                return truth;
            }
        }
        Optional<EvaluatedValue> first = Operators.number(left);
        Optional<EvaluatedValue> second = Operators.number(right);
        if (first.isPresent() && second.isPresent()) {
            return first.get() instanceof IntegerValue whole && second.get() instanceof IntegerValue other
                    ? integers(operator, whole.value(), other.value(), span)
                    : decimals(operator, toDouble(first.get()), toDouble(second.get()), span);
        }
        return switch (operator) {
            case ADD -> joined(left, right, span);
            case MULTIPLY -> repeated(left, right, span);
            case REMAINDER -> left instanceof TextValue format
                    ? Optional.of(new PercentFormat(session).apply(format, right, span))
                    : Optional.empty();
            case OR, AND, XOR, SUBTRACT -> ofCollections(operator, left, right, span);
            case DIVIDE, FLOOR_DIVIDE, POWER, MATRIX_MULTIPLY, SHIFT_LEFT, SHIFT_RIGHT -> Optional.empty();
        };
    }

    private Optional<EvaluatedValue> ofCollections(
            BinaryOperator operator, EvaluatedValue left, EvaluatedValue right, Span span) {
        if (operator == BinaryOperator.SUBTRACT && left instanceof DateValue date && right instanceof DateValue other) {
            long days = java.time.temporal.ChronoUnit.DAYS.between(other.value(), date.value());
            return Optional.of(new TimeDeltaValue(java.time.Duration.ofDays(days), span));
        }
        if (left instanceof Collection.SetValue set && right instanceof Collection.SetValue other) {
            session.budget().allocate(set.elements().size() + (long) other.elements().size());
            return SetMethods.binary(operator, set, other, span);
        }
        if (operator == BinaryOperator.OR
                && left instanceof Collection.DictValue dict
                && right instanceof Collection.DictValue other) {
            Collection.DictValue merged = new Collection.DictValue(span);
            merged.entries().putAll(dict.entries());
            merged.entries().putAll(other.entries());
            session.budget().allocate(merged.entries().size());
            return Optional.of(merged);
        }
        return Optional.empty();
    }

    private static Optional<EvaluatedValue> truths(BinaryOperator operator, boolean left, boolean right, Span span) {
        return switch (operator) {
            case AND -> Optional.of(new BooleanValue(left & right, span));
            case OR -> Optional.of(new BooleanValue(left | right, span));
            case XOR -> Optional.of(new BooleanValue(left ^ right, span));
            default -> Optional.empty();
        };
    }

    private static double toDouble(EvaluatedValue number) {
        return switch (number) {
            case IntegerValue whole -> whole.value();
            case FloatValue decimal -> decimal.value();
            default -> Double.NaN;
        };
    }

    private Optional<EvaluatedValue> integers(BinaryOperator operator, long left, long right, Span span) {
        try {
            return switch (operator) {
                case ADD -> whole(Math.addExact(left, right), span);
                case SUBTRACT -> whole(Math.subtractExact(left, right), span);
                case MULTIPLY -> whole(Math.multiplyExact(left, right), span);
                case DIVIDE -> right == 0 ? Optional.of(byZero(span)) : Optional.of(new FloatValue((double) left / right, span));
                case FLOOR_DIVIDE -> {
                    if (right == 0) {
                        yield Optional.of(byZero(span));
                    }
                    yield left == Long.MIN_VALUE && right == -1
                            ? Optional.of(session.refuse(Operators.tooLarge(span)))
                            : whole(Math.floorDiv(left, right), span);
                }
                case REMAINDER -> right == 0 ? Optional.of(byZero(span)) : whole(Math.floorMod(left, right), span);
                case POWER -> power(left, right, span);
                case AND -> whole(left & right, span);
                case OR -> whole(left | right, span);
                case XOR -> whole(left ^ right, span);
                case SHIFT_LEFT -> shift(left, right, span);
                case SHIFT_RIGHT -> right < 0 ? Optional.empty() : whole(left >> Math.min(right, 63), span);
                case MATRIX_MULTIPLY -> Optional.empty();
            };
        } catch (ArithmeticException _) {
            return Optional.of(session.refuse(Operators.tooLarge(span)));
        }
    }

    private static Optional<EvaluatedValue> whole(long value, Span span) {
        return Optional.of(new IntegerValue(value, span));
    }

    private Poison byZero(Span span) {
        return session.refuse(Diagnostic.error(EvalCode.DIVISION_BY_ZERO, span, "this divides by zero"));
    }

    private Optional<EvaluatedValue> shift(long left, long right, Span span) {
        if (right < 0) {
            return Optional.empty();
        }
        return left == 0 ? whole(0, span) : whole(Math.multiplyExact(left, powerOf(2, Math.min(right, 64))), span);
    }

    private Optional<EvaluatedValue> power(long base, long exponent, Span span) {
        if (exponent < 0) {
            return base == 0
                    ? Optional.of(byZero(span))
                    : Optional.of(new FloatValue(Math.pow(base, exponent), span));
        }
        if (base == 0 || base == 1) {
            return whole(exponent == 0 ? 1 : base, span);
        }
        if (base == -1) {
            return whole(exponent % 2 == 0 ? 1 : -1, span);
        }
        return whole(powerOf(base, Math.min(exponent, 65)), span);
    }

    private static long powerOf(long base, long exponent) {
        long result = 1;
        for (long i = 0; i < exponent; i++) {
            result = Math.multiplyExact(result, base);
        }
        return result;
    }

    private Optional<EvaluatedValue> decimals(BinaryOperator operator, double left, double right, Span span) {
        boolean divides = operator == BinaryOperator.DIVIDE
                || operator == BinaryOperator.FLOOR_DIVIDE
                || operator == BinaryOperator.REMAINDER;
        if (divides && right == 0) {
            return Optional.of(byZero(span));
        }
        return switch (operator) {
            case ADD -> Optional.of(new FloatValue(left + right, span));
            case SUBTRACT -> Optional.of(new FloatValue(left - right, span));
            case MULTIPLY -> Optional.of(new FloatValue(left * right, span));
            case DIVIDE -> Optional.of(new FloatValue(left / right, span));
            case FLOOR_DIVIDE -> Optional.of(new FloatValue(Math.floor(left / right), span));
            case REMAINDER -> Optional.of(new FloatValue(remainder(left, right), span));
            case POWER -> left == 0 && right < 0
                    ? Optional.of(byZero(span))
                    : Optional.of(new FloatValue(Math.pow(left, right), span));
            case MATRIX_MULTIPLY, AND, OR, XOR, SHIFT_LEFT, SHIFT_RIGHT -> Optional.empty();
        };
    }

    private static double remainder(double left, double right) {
        double remainder = left % right;
        return remainder != 0 && remainder < 0 != right < 0 ? remainder + right : remainder;
    }

    private Optional<EvaluatedValue> joined(EvaluatedValue left, EvaluatedValue right, Span span) {
        if (left instanceof TextValue first && right instanceof TextValue second) {
            session.budget().allocate(first.value().length() + (long) second.value().length());
            return Optional.of(new TextValue(first.value() + second.value(), span));
        }
        if (left instanceof Collection.ListValue first && right instanceof Collection.ListValue second) {
            return Optional.of(new Collection.ListValue(both(first.elements(), second.elements()), span));
        }
        if (left instanceof Collection.TupleValue first && right instanceof Collection.TupleValue second) {
            return Optional.of(new Collection.TupleValue(both(first.elements(), second.elements()), false, span));
        }
        return Optional.empty();
    }

    private List<EvaluatedValue> both(List<EvaluatedValue> left, List<EvaluatedValue> right) {
        session.budget().allocate(left.size() + (long) right.size());
        List<EvaluatedValue> both = new ArrayList<>(left.size() + right.size());
        both.addAll(left);
        both.addAll(right);
        return both;
    }

    private Optional<EvaluatedValue> repeated(EvaluatedValue left, EvaluatedValue right, Span span) {
        Optional<EvaluatedValue> count = Operators.number(right);
        EvaluatedValue repeated = left;
        if (count.isEmpty()) {
            count = Operators.number(left);
            repeated = right;
        }
        if (count.isEmpty() || !(count.get() instanceof IntegerValue whole)) {
            return Optional.empty();
        }
        long times = Math.max(0, whole.value());
        return switch (repeated) {
            case TextValue text -> {
                session.budget().allocate(product(text.value().length(), times));
                yield Optional.of(new TextValue(text.value().repeat((int) times), span));
            }
            case Collection.ListValue list ->
                Optional.of(new Collection.ListValue(copies(list.elements(), times), span));
            case Collection.TupleValue tuple ->
                Optional.of(new Collection.TupleValue(copies(tuple.elements(), times), false, span));
            default -> Optional.empty();
        };
    }

    private List<EvaluatedValue> copies(List<EvaluatedValue> elements, long times) {
        session.budget().allocate(product(elements.size(), times));
        List<EvaluatedValue> copies = new ArrayList<>();
        for (long i = 0; !elements.isEmpty() && i < times; i++) {
            copies.addAll(elements);
        }
        return copies;
    }

    private static long product(long size, long times) {
        return size == 0 ? 0 : times > Long.MAX_VALUE / size ? Long.MAX_VALUE / 2 : size * times;
    }
}
