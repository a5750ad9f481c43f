package catchment.compiler.eval;

import catchment.grammar.source.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The texts of values: Python's {@code str} and {@code repr}. */
public final class Texts {
    /** What the text of one element costs besides its characters. */
    private static final long COST = 16;

    private Texts() {}

    /** The text of a value in an f-string or {@code str(…)}. Empty for poison, and after a report where a text is a mistake. */
    public static Optional<String> display(EvaluatedValue value, Span syntax, Context context) {
        return switch (value) {
            case TextValue text -> Optional.of(text.value());
            case DateValue date -> Optional.of(iso(date));
            case Behaviour behaviour -> behaviour.text(syntax, context);
            case EvaluatedValue other -> representation(other, syntax, context);
        };
    }

    /** The text of a value as Python's {@code repr} has it: texts in quotes. */
    public static Optional<String> representation(EvaluatedValue value, Span syntax, Context context) {
        return switch (value) {
            case Poison _ -> Optional.empty();
            case NoneValue _ -> Optional.of("None");
            case BooleanValue truth -> Optional.of(truth.value() ? "True" : "False");
            case IntegerValue number -> Optional.of(Long.toString(number.value()));
            case FloatValue number -> Optional.of(decimal(number.value()));
            case TextValue text -> Optional.of(quoted(text.value()));
            case DateValue date -> Optional.of("datetime.date(" + date.value().getYear() + ", "
                    + date.value().getMonthValue() + ", " + date.value().getDayOfMonth() + ")");
            case Collection.ListValue list -> elements(list.elements(), "[", "]", syntax, context);
            case Collection.TupleValue tuple ->
                elements(tuple.elements(), "(", tuple.elements().size() == 1 ? ",)" : ")", syntax, context);
            case Collection.SetValue set -> set.elements().isEmpty()
                    ? Optional.of(set.frozen() ? "frozenset()" : "set()")
                    : elements(
                            List.copyOf(set.elements().values()),
                            set.frozen() ? "frozenset({" : "{",
                            set.frozen() ? "})" : "}",
                            syntax,
                            context);
            case Collection.DictValue dict -> dict(dict, syntax, context);
            case Behaviour behaviour -> behaviour.text(syntax, context);
        };
    }

    private static Optional<String> elements(
            List<EvaluatedValue> elements, String open, String close, Span syntax, Context context) {
        List<String> parts = new ArrayList<>();
        for (EvaluatedValue element : elements) {
            Optional<String> part = context.within(() -> representation(element, syntax, context));
            if (part.isEmpty()) {
                return Optional.empty();
            }
            context.scanned(COST + part.get().length());
            parts.add(part.get());
        }
        return Optional.of(open + String.join(", ", parts) + close);
    }

    private static Optional<String> dict(Collection.DictValue dict, Span syntax, Context context) {
        List<String> parts = new ArrayList<>();
        for (Collection.DictValue.Entry entry : dict.entries().values()) {
            Optional<String> key = representation(entry.key(), syntax, context);
            Optional<String> value = context.within(() -> representation(entry.value(), syntax, context));
            if (key.isEmpty() || value.isEmpty()) {
                return Optional.empty();
            }
            context.scanned(COST + key.get().length() + value.get().length());
            parts.add(key.get() + ": " + value.get());
        }
        return Optional.of("{" + String.join(", ", parts) + "}");
    }

    private static String iso(DateValue date) {
        return date.value().toString();
    }

    /** A text in quotes, as it would be written in a definition. */
    public static String quoted(String text) {
        char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
        StringBuilder quoted = new StringBuilder().append(quote);
        text.codePoints().forEach(point -> {
            switch (point) {
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (point == quote) {
                        quoted.append('\\').append(quote);
                    } else if (point < 32 || point == 127) {
                        quoted.append(String.format("\\x%02x", point));
                    } else {
                        quoted.appendCodePoint(point);
                    }
                }
            }
        });
        return quoted.append(quote).toString();
    }

    /** A decimal number as Python writes it: the fewest digits that give it back, an exponent from 1e16 and below 1e-4. */
    public static String decimal(double value) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        if (value == 0) {
            return 1 / value < 0 ? "-0.0" : "0.0";
        }
        BigDecimal exact = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        String digits = exact.unscaledValue().abs().toString();
        int exponent = digits.length() - exact.scale() - 1;
        String sign = value < 0 ? "-" : "";
        if (exponent < -4 || exponent >= 16) {
            String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
            return sign + mantissa + "e" + (exponent < 0 ? "-" : "+") + (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
        }
        String plain = exact.abs().toPlainString();
        return sign + (plain.contains(".") ? plain : plain + ".0");
    }
}
