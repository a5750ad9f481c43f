package catchment.compiler.eval;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The attributes and methods of dates, and how they are made. */
public final class DateMethods {
    static final StaticMethods.Table<DateValue> TABLE = new StaticMethods.Table<DateValue>()
            .method("isoformat", "", (date, call) -> new TextValue(date.value().toString(), call.span()))
            .method("strftime", "format", (date, call) -> call.text("format")
                    .flatMap(format -> DateFormats.format(date.value().atStartOfDay(), format, call.span("format"), call.context()))
                    .<EvaluatedValue>map(text -> new TextValue(text, call.span()))
                    .orElseGet(() -> new Poison(call.span())))
            .method("weekday", "", (date, call) -> new IntegerValue(
                    date.value().getDayOfWeek().getValue() - 1L, call.span()))
            .method("isoweekday", "", (date, call) -> new IntegerValue(
                    date.value().getDayOfWeek().getValue(), call.span()))
            .method("toordinal", "", (date, call) -> new IntegerValue(
                    date.value().toEpochDay() + 719_163L, call.span()))
            .method("replace", "year=, month=, day=", DateMethods::replace);

    private DateMethods() {}

    static Optional<EvaluatedValue> attribute(DateValue date, String name, Span span) {
        return switch (name) {
            case "year" -> Optional.of(new IntegerValue(date.value().getYear(), span));
            case "month" -> Optional.of(new IntegerValue(date.value().getMonthValue(), span));
            case "day" -> Optional.of(new IntegerValue(date.value().getDayOfMonth(), span));
            default -> Optional.empty();
        };
    }

    static List<String> names() {
        List<String> names = new ArrayList<>(List.of("year", "month", "day"));
        names.addAll(TABLE.names());
        return names;
    }

    static EvaluatedValue replace(DateValue date, Invocation call) {
        Optional<Long> year = part(call, "year", date.value().getYear());
        Optional<Long> month = part(call, "month", date.value().getMonthValue());
        Optional<Long> day = part(call, "day", date.value().getDayOfMonth());
        if (year.isEmpty() || month.isEmpty() || day.isEmpty()) {
            return new Poison(call.span());
        }
        return of(year.get(), month.get(), day.get(), call);
    }

    static Optional<Long> part(Invocation call, String name, long otherwise) {
        return call.given(name).isPresent() ? call.integer(name) : Optional.of(otherwise);
    }

    /** The date of a year, month and day; poison after a report that there is none. */
    public static EvaluatedValue of(long year, long month, long day, Invocation call) {
        try {
            if (year < 1 || year > 9999) {
                return call.refuse(EvalCode.DATE_NOT_REAL, "a date's year is between 1 and 9999, and this is " + year);
            }
            return new DateValue(LocalDate.of(Math.toIntExact(year), Math.toIntExact(month), Math.toIntExact(day)), call.span());
        } catch (DateTimeException | ArithmeticException _) {
            Diagnostic finding = Diagnostic.error(
                    EvalCode.DATE_NOT_REAL,
                    call.span(),
                    month < 1 || month > 12
                            ? "there is no month " + month
                            : "month " + month + " of " + year + " has no day " + day);
            return call.context().refuse(finding.hint("the order is year, month, day"));
        }
    }
}
