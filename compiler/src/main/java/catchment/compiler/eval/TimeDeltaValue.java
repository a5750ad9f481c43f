package catchment.compiler.eval;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import catchment.grammar.syntax.BinaryOperator;
import catchment.grammar.syntax.Expression;
import catchment.grammar.syntax.UnaryOperator;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A {@code datetime.timedelta}: a length of time between two static dates. */
public record TimeDeltaValue(Duration value, Span origin) implements OrderedValue, Magnitude {
    private static final List<String> NAMES = List.of("days", "seconds", "microseconds", "total_seconds");
    private static final long DAY = 86_400;

    @Override
    public Optional<Integer> compareTo(EvaluatedValue other) {
        return other instanceof TimeDeltaValue delta ? Optional.of(value.compareTo(delta.value)) : Optional.empty();
    }

    @Override
    public EvaluatedValue absolute(Span span) {
        return new TimeDeltaValue(value.abs(), span);
    }

    @Override
    public Optional<EvaluatedValue> attribute(Expression.Attribute syntax, Context context) {
        Span span = syntax.span();
        return switch (syntax.name()) {
            case "days" -> Optional.of(new IntegerValue(Math.floorDiv(value.getSeconds(), DAY), span));
            case "seconds" -> Optional.of(new IntegerValue(Math.floorMod(value.getSeconds(), DAY), span));
            case "microseconds" -> Optional.of(new IntegerValue(value.getNano() / 1000L, span));
            case "total_seconds" -> Optional.of(NativeFunction.of("total_seconds", "", call -> new FloatValue(
                    value.getSeconds() + value.getNano() / 1e9, call.span())));
            default -> Optional.empty();
        };
    }

    @Override
    public List<String> attributeNames() {
        return NAMES;
    }

    @Override
    public Optional<EvaluatedValue> unary(UnaryOperator operator, Expression.Unary syntax, Context context) {
        return switch (operator) {
            case NEGATE -> Optional.of(new TimeDeltaValue(value.negated(), syntax.span()));
            case PLUS -> Optional.of(this);
            case INVERT -> Optional.empty();
        };
    }

    @Override
    public Optional<EvaluatedValue> binary(
            BinaryOperator operator, EvaluatedValue other, boolean reflected, Operation syntax, Context context) {
        try {
            return result(operator, other, reflected, syntax.span());
        } catch (DateTimeException | ArithmeticException _) {
            return Optional.of(context.refuse(Diagnostic.error(
                    EvalCode.DATE_NOT_REAL, syntax.span(), "the result is outside of the years 1 to 9999")));
        }
    }

    private Optional<EvaluatedValue> result(
            BinaryOperator operator, EvaluatedValue other, boolean reflected, Span span) {
        boolean plus = operator == BinaryOperator.ADD;
        boolean minus = operator == BinaryOperator.SUBTRACT;
        return switch (other) {
            case DateValue date when plus || minus && reflected -> {
                long days = Math.floorDiv(value.getSeconds(), DAY);
                yield Optional.of(new DateValue(checked(date.value().plusDays(plus ? days : -days)), span));
            }
            case DateTimeValue moment when plus || minus && reflected -> Optional.of(new DateTimeValue(
                    plus ? moment.value().plus(value) : moment.value().minus(value), span));
            case TimeDeltaValue delta when plus -> Optional.of(new TimeDeltaValue(value.plus(delta.value), span));
            case TimeDeltaValue delta when minus -> Optional.of(new TimeDeltaValue(
                    reflected ? delta.value.minus(value) : value.minus(delta.value), span));
            case TimeDeltaValue delta when operator == BinaryOperator.FLOOR_DIVIDE && !reflected && !delta.value.isZero() ->
                Optional.of(new IntegerValue(Math.floorDiv(value.toNanos(), delta.value.toNanos()), span));
            case TimeDeltaValue delta when operator == BinaryOperator.DIVIDE && !reflected && !delta.value.isZero() ->
                Optional.of(new FloatValue((double) value.toNanos() / delta.value.toNanos(), span));
            case IntegerValue number when operator == BinaryOperator.MULTIPLY ->
                Optional.of(new TimeDeltaValue(value.multipliedBy(number.value()), span));
            case IntegerValue number
                    when !reflected
                            && number.value() != 0
                            && (operator == BinaryOperator.DIVIDE || operator == BinaryOperator.FLOOR_DIVIDE) ->
                Optional.of(new TimeDeltaValue(value.dividedBy(number.value()), span));
            default -> Optional.empty();
        };
    }

    private static LocalDate checked(LocalDate date) {
        if (date.getYear() < 1 || date.getYear() > 9999) {
            throw new DateTimeException("outside of the years 1 to 9999");
        }
        return date;
    }

    @Override
    public Optional<Boolean> truth(TruthUse use, Context context) {
        return Optional.of(!value.isZero());
    }

    @Override
    public Optional<String> text(Span syntax, Context context) {
        long days = Math.floorDiv(value.getSeconds(), DAY);
        long rest = Math.floorMod(value.getSeconds(), DAY);
        String clock = rest / 3600 + ":" + two(rest / 60 % 60) + ":" + two(rest % 60);
        return Optional.of(days == 0 ? clock : days + (Math.abs(days) == 1 ? " day, " : " days, ") + clock);
    }

    private static String two(long number) {
        return (number < 10 ? "0" : "") + number;
    }

    @Override
    public Optional<StaticKey> key(Span syntax, Context context) {
        return Optional.of(new StaticKey(value));
    }

    @Override
    public String kind() {
        return "a length of time (a timedelta)";
    }
}
