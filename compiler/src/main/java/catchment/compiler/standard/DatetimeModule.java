package catchment.compiler.standard;

import catchment.compiler.eval.DateFormats;
import catchment.compiler.eval.DateMethods;
import catchment.compiler.eval.DateTimeValue;
import catchment.compiler.eval.DateValue;
import catchment.compiler.eval.EvalCode;
import catchment.compiler.eval.EvaluatedValue;
import catchment.compiler.eval.FloatValue;
import catchment.compiler.eval.IntegerValue;
import catchment.compiler.eval.Invocation;
import catchment.compiler.eval.NativeClass;
import catchment.compiler.eval.NativeFunction;
import catchment.compiler.eval.Poison;
import catchment.compiler.eval.Texts;
import catchment.compiler.eval.TimeDeltaValue;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** {@code datetime}: dates, dates with times, and lengths of time. Its clock is the day of the run. */
final class DatetimeModule {
    private DatetimeModule() {}

    static Map<String, EvaluatedValue> values() {
        return new Functions()
                .value("date", date())
                .value("datetime", moment())
                .value("timedelta", delta())
                .values();
    }

    private static NativeClass date() {
        Map<String, EvaluatedValue> members = new Functions()
                .function("today", "", call -> new DateValue(call.context().now().toLocalDate(), call.span()))
                .function("fromisoformat", "date_string, /", DatetimeModule::dateOfText)
                .function("fromordinal", "ordinal, /", call -> call.integer("ordinal")
                        .filter(day -> day >= 1 && day <= 3_652_059)
                        .<EvaluatedValue>map(day -> new DateValue(LocalDate.ofEpochDay(day - 719_163L), call.span()))
                        .orElseGet(() -> call.refuse(EvalCode.DATE_NOT_REAL, "there is no day of this number")))
                .function("strptime", "date_string, format, /", call -> parsed(call)
                        .<EvaluatedValue>map(value -> new DateValue(value.toLocalDate(), call.span()))
                        .orElseGet(() -> new Poison(call.span())))
                .value("min", new DateValue(LocalDate.of(1, 1, 1), Span.NONE))
                .value("max", new DateValue(LocalDate.of(9999, 12, 31), Span.NONE))
                .values();
        return new NativeClass(
                "date",
                NativeFunction.of("date", "year, month, day", DatetimeModule::dateOfNumbers),
                value -> value instanceof DateValue || value instanceof DateTimeValue,
                members);
    }

    private static EvaluatedValue dateOfNumbers(Invocation call) {
        Optional<Long> year = call.integer("year");
        Optional<Long> month = call.integer("month");
        Optional<Long> day = call.integer("day");
        return year.isEmpty() || month.isEmpty() || day.isEmpty()
                ? new Poison(call.span())
                : DateMethods.of(year.get(), month.get(), day.get(), call);
    }

    private static EvaluatedValue dateOfText(Invocation call) {
        Optional<String> text = call.text("date_string");
        if (text.isEmpty()) {
            return new Poison(call.span());
        }
        String plain = text.get().matches("\\d{8}")
                ? text.get().substring(0, 4) + "-" + text.get().substring(4, 6) + "-" + text.get().substring(6)
                : text.get();
        try {
            if (plain.matches("\\d{4}-\\d\\d-\\d\\d")) {
                LocalDate date = LocalDate.parse(plain);
                if (date.getYear() >= 1) {
                    return new DateValue(date, call.span());
                }
            }
        } catch (DateTimeException _) {
            return notADate(text.get(), call);
        }
        return notADate(text.get(), call);
    }

    private static Poison notADate(String text, Invocation call) {
        return call.context()
                .refuse(Diagnostic.error(
                                EvalCode.DATE_NOT_REAL, call.span("date_string"), Texts.quoted(text) + " is not a date")
                        .hint("dates are written year, month, day: `\"2024-03-31\"`"));
    }

    private static Optional<LocalDateTime> parsed(Invocation call) {
        Optional<String> text = call.text("date_string");
        Optional<String> format = call.text("format");
        return text.isEmpty() || format.isEmpty()
                ? Optional.empty()
                : DateFormats.parse(text.get(), format.get(), call.span(), call.context());
    }

    private static NativeClass moment() {
        Map<String, EvaluatedValue> members = new Functions()
                .function("today", "", DatetimeModule::now)
                .function("now", "tz=", DatetimeModule::now)
                .function("utcnow", "", DatetimeModule::now)
                .function("strptime", "date_string, format, /", call -> parsed(call)
                        .<EvaluatedValue>map(value -> new DateTimeValue(value, call.span()))
                        .orElseGet(() -> new Poison(call.span())))
                .function("fromisoformat", "date_string, /", DatetimeModule::momentOfText)
                .function("combine", "date, time=", call -> call.value("date") instanceof DateValue date
                        ? new DateTimeValue(date.value().atStartOfDay(), call.span())
                        : call.wrongKind("date", "a date"))
                .values();
        members.put("min", new DateTimeValue(LocalDate.of(1, 1, 1).atStartOfDay(), Span.NONE));
        return new NativeClass(
                "datetime",
                NativeFunction.of(
                        "datetime", "year, month, day, hour=, minute=, second=, microsecond=", DatetimeModule::momentOfNumbers),
                value -> value instanceof DateTimeValue,
                new LinkedHashMap<>(members));
    }

    private static EvaluatedValue now(Invocation call) {
        return new DateTimeValue(call.context().now(), call.span());
    }

    private static EvaluatedValue momentOfNumbers(Invocation call) {
        EvaluatedValue day = dateOfNumbers(call);
        if (!(day instanceof DateValue date)) {
            return day;
        }
        return DateTimeValue.of(
                date, part(call, "hour"), part(call, "minute"), part(call, "second"), part(call, "microsecond"), call);
    }

    private static long part(Invocation call, String name) {
        return call.given(name).isPresent() ? call.integer(name).orElse(0L) : 0;
    }

    private static EvaluatedValue momentOfText(Invocation call) {
        Optional<String> text = call.text("date_string");
        if (text.isEmpty()) {
            return new Poison(call.span());
        }
        try {
            LocalDateTime value = text.get().length() == 10
                    ? LocalDate.parse(text.get()).atTime(LocalTime.MIDNIGHT)
                    : LocalDateTime.parse(text.get().replace(' ', 'T'));
            return new DateTimeValue(value, call.span());
        } catch (DateTimeException _) {
            return notADate(text.get(), call);
        }
    }

    private static NativeClass delta() {
        NativeFunction constructor = NativeFunction.of(
                "timedelta", "days=, seconds=, microseconds=, milliseconds=, minutes=, hours=, weeks=", call -> {
                    double seconds = 0;
                    Map<String, Double> units = Map.of(
                            "days", 86_400.0,
                            "seconds", 1.0,
                            "microseconds", 1e-6,
                            "milliseconds", 1e-3,
                            "minutes", 60.0,
                            "hours", 3_600.0,
                            "weeks", 604_800.0);
                    for (Map.Entry<String, Double> unit : units.entrySet()) {
                        switch (call.optional(unit.getKey()).orElseGet(() -> new IntegerValue(0, call.span()))) {
                            case IntegerValue number -> seconds += number.value() * unit.getValue();
                            case FloatValue number -> seconds += number.value() * unit.getValue();
                            default -> {
                                return call.wrongKind(unit.getKey(), "a number");
                            }
                        }
                    }
                    if (Math.abs(seconds) > 86_400e9) {
                        return call.refuse(EvalCode.DATE_NOT_REAL, "this length of time is beyond all dates");
                    }
                    long whole = (long) Math.floor(seconds);
                    return new TimeDeltaValue(
                            Duration.ofSeconds(whole, Math.round((seconds - whole) * 1e6) * 1000), call.span());
                });
        return new NativeClass("timedelta", constructor, value -> value instanceof TimeDeltaValue, Map.of());
    }
}
