package catchment.compiler.eval;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Python's formats of dates and times: {@code %Y-%m-%d} and the like. */
public final class DateFormats {
    private DateFormats() {}

    /** A date with a time as text. Empty after a report that the format is not known. */
    public static Optional<String> format(LocalDateTime value, String format, Span span, Context context) {
        return formatter(format, false, span, context).map(value::format);
    }

    /** The date with a time that a text says. Empty after a report. */
    public static Optional<LocalDateTime> parse(String text, String format, Span span, Context context) {
        return formatter(format, true, span, context).flatMap(formatter -> {
            try {
                return Optional.of(LocalDateTime.parse(text, formatter));
            } catch (DateTimeParseException _) {
                context.report(Diagnostic.error(
                        EvalCode.DATE_NOT_REAL,
                        span,
                        Texts.quoted(text) + " is no date in the format `" + format + "`"));
                return Optional.empty();
            }
        });
    }

    private static Optional<DateTimeFormatter> formatter(String format, boolean parsing, Span span, Context context) {
        DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder();
        if (parsing) {
            builder.parseCaseInsensitive();
        }
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            if (c != '%' || i + 1 == format.length()) {
                builder.appendLiteral(c);
                continue;
            }
            char kind = format.charAt(++i);
            boolean plain = kind == '-' && i + 1 < format.length();
            if (plain) {
                kind = format.charAt(++i);
            }
            if (!directive(builder, kind, parsing || plain, parsing)) {
                context.report(Diagnostic.error(
                        EvalCode.FORMAT_SPECIFICATION, span, "`%" + kind + "` is no part of a date's format")
                        .hint("the usual are `%Y` year, `%m` month, `%d` day, `%H` hour, `%M` minute, `%S` second, `%B` month's name"));
                return Optional.empty();
            }
        }
        if (parsing) {
            Map.of(
                            ChronoField.MONTH_OF_YEAR, 1L,
                            ChronoField.DAY_OF_MONTH, 1L,
                            ChronoField.HOUR_OF_DAY, 0L,
                            ChronoField.MINUTE_OF_HOUR, 0L,
                            ChronoField.SECOND_OF_MINUTE, 0L,
                            ChronoField.YEAR, 1900L)
                    .forEach((field, value) -> {
                        if (!given(format, field)) {
                            builder.parseDefaulting(field, value);
                        }
                    });
        }
        return Optional.of(builder.toFormatter(Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT));
    }

    private static boolean given(String format, ChronoField field) {
        String directives = switch (field) {
            case MONTH_OF_YEAR -> "mbBj";
            case DAY_OF_MONTH -> "dj";
            case HOUR_OF_DAY -> "HI";
            case MINUTE_OF_HOUR -> "M";
            case SECOND_OF_MINUTE -> "S";
            case YEAR -> "Yy";
            default -> "";
        };
        return directives.chars().anyMatch(directive -> format.indexOf("%" + (char) directive) >= 0);
    }

    private static boolean directive(DateTimeFormatterBuilder builder, char kind, boolean shortNumbers, boolean parsing) {
        switch (kind) {
            case 'Y' -> builder.appendValue(ChronoField.YEAR, 4);
            case 'y' -> builder.appendValueReduced(ChronoField.YEAR, 2, 2, 1969);
            case 'm' -> number(builder, ChronoField.MONTH_OF_YEAR, shortNumbers);
            case 'd' -> number(builder, ChronoField.DAY_OF_MONTH, shortNumbers);
            case 'H' -> number(builder, ChronoField.HOUR_OF_DAY, shortNumbers);
            case 'I' -> number(builder, ChronoField.CLOCK_HOUR_OF_AMPM, shortNumbers);
            case 'M' -> number(builder, ChronoField.MINUTE_OF_HOUR, shortNumbers);
            case 'S' -> number(builder, ChronoField.SECOND_OF_MINUTE, shortNumbers);
            case 'j' -> builder.appendValue(ChronoField.DAY_OF_YEAR, 3);
            case 'b' -> builder.appendText(ChronoField.MONTH_OF_YEAR, TextStyle.SHORT);
            case 'B' -> builder.appendText(ChronoField.MONTH_OF_YEAR, TextStyle.FULL);
            case 'a' -> builder.appendText(ChronoField.DAY_OF_WEEK, TextStyle.SHORT);
            case 'A' -> builder.appendText(ChronoField.DAY_OF_WEEK, TextStyle.FULL);
            case 'p' -> builder.appendText(ChronoField.AMPM_OF_DAY, TextStyle.SHORT);
            case 'f' -> builder.appendFraction(ChronoField.MICRO_OF_SECOND, parsing ? 1 : 6, 6, false);
            case 'F' -> builder.append(DateTimeFormatter.ISO_LOCAL_DATE);
            case 'T' -> builder.append(DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH));
            case '%' -> builder.appendLiteral('%');
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void number(DateTimeFormatterBuilder builder, ChronoField field, boolean shortNumbers) {
        if (shortNumbers) {
            builder.appendValue(field, 1, 2, java.time.format.SignStyle.NOT_NEGATIVE);
        } else {
            builder.appendValue(field, 2);
        }
    }
}
