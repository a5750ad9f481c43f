package catchment.compiler.eval;

import catchment.grammar.source.Span;
import catchment.grammar.syntax.BinaryOperator;
import catchment.grammar.syntax.Expression;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** A {@code datetime.datetime}: a date with a time of day. Series of dates do not take it; its {@code date()} they do. */
public record DateTimeValue(LocalDateTime value, Span origin) implements OrderedValue, Formatted {
    private static final List<String> NAMES = List.of(
            "year", "month", "day", "hour", "minute", "second", "microsecond", "date", "strftime", "isoformat", "weekday", "replace");

    @Override
    public Optional<Integer> compareTo(EvaluatedValue other) {
        return other instanceof DateTimeValue moment
                ? Optional.of(Integer.signum(value.compareTo(moment.value)))
                : Optional.empty();
    }

    @Override
    public Optional<EvaluatedValue> attribute(Expression.Attribute syntax, Context context) {
        Span span = syntax.span();
        return switch (syntax.name()) {
            case "year" -> Optional.of(new IntegerValue(value.getYear(), span));
            case "month" -> Optional.of(new IntegerValue(value.getMonthValue(), span));
            case "day" -> Optional.of(new IntegerValue(value.getDayOfMonth(), span));
            case "hour" -> Optional.of(new IntegerValue(value.getHour(), span));
            case "minute" -> Optional.of(new IntegerValue(value.getMinute(), span));
            case "second" -> Optional.of(new IntegerValue(value.getSecond(), span));
            case "microsecond" -> Optional.of(new IntegerValue(value.getNano() / 1000L, span));
            case "date" -> Optional.of(NativeFunction.of(
                    "date", "", call -> new DateValue(value.toLocalDate(), call.span())));
            case "strftime" -> Optional.of(NativeFunction.of("strftime", "format", call -> call.text("format")
                    .flatMap(format -> DateFormats.format(value, format, call.span("format"), call.context()))
                    .<EvaluatedValue>map(text -> new TextValue(text, call.span()))
                    .orElseGet(() -> new Poison(call.span()))));
            case "isoformat" -> Optional.of(NativeFunction.of(
                    "isoformat", "", call -> new TextValue(written('T'), call.span())));
            case "weekday" -> Optional.of(NativeFunction.of(
                    "weekday", "", call -> new IntegerValue(value.getDayOfWeek().getValue() - 1L, call.span())));
            case "replace" -> Optional.of(NativeFunction.of(
                    "replace", "year=, month=, day=, hour=, minute=, second=, microsecond=", this::replaced));
            default -> Optional.empty();
        };
    }

    private EvaluatedValue replaced(Invocation call) {
        EvaluatedValue date = DateMethods.replace(new DateValue(value.toLocalDate(), origin), call);
        if (!(date instanceof DateValue day)) {
            return date;
        }
        Optional<Long> hour = DateMethods.part(call, "hour", value.getHour());
        Optional<Long> minute = DateMethods.part(call, "minute", value.getMinute());
        Optional<Long> second = DateMethods.part(call, "second", value.getSecond());
        Optional<Long> micro = DateMethods.part(call, "microsecond", value.getNano() / 1000L);
        if (hour.isEmpty() || minute.isEmpty() || second.isEmpty() || micro.isEmpty()) {
            return new Poison(call.span());
        }
        return of(day, hour.get(), minute.get(), second.get(), micro.get(), call);
    }

    /** A moment of a day; poison after a report that there is none. */
    public static EvaluatedValue of(
            DateValue day, long hour, long minute, long second, long microsecond, Invocation call) {
        boolean real = hour >= 0
                && hour < 24
                && minute >= 0
                && minute < 60
                && second >= 0
                && second < 60
                && microsecond >= 0
                && microsecond < 1_000_000;
        return real
                ? new DateTimeValue(
                        day.value().atTime((int) hour, (int) minute, (int) second, (int) microsecond * 1000), call.span())
                : call.refuse(EvalCode.DATE_NOT_REAL, "there is no such time of day");
    }

    @Override
    public List<String> attributeNames() {
        return NAMES;
    }

    @Override
    public Optional<EvaluatedValue> binary(
            BinaryOperator operator, EvaluatedValue other, boolean reflected, Operation syntax, Context context) {
        if (operator == BinaryOperator.SUBTRACT && other instanceof DateTimeValue moment) {
            Duration between = Duration.between(moment.value, value);
            return Optional.of(new TimeDeltaValue(reflected ? between.negated() : between, syntax.span()));
        }
        return Optional.empty();
    }

    @Override
    public Optional<String> text(Span syntax, Context context) {
        return Optional.of(written(' '));
    }

    private String written(char between) {
        return value.toLocalDate() + String.valueOf(between)
                + value.format(DateTimeFormatter.ofPattern(value.getNano() == 0 ? "HH:mm:ss" : "HH:mm:ss.SSSSSS"));
    }

    @Override
    public Optional<String> format(String specification, Span span, Context context) {
        return DateFormats.format(value, specification, span, context);
    }

    @Override
    public Optional<StaticKey> key(Span syntax, Context context) {
        return Optional.of(new StaticKey(value));
    }

    @Override
    public String kind() {
        return "a date with a time (a datetime)";
    }
}
