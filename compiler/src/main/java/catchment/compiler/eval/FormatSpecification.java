package catchment.compiler.eval;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands after the colon of {@code {value:spec}}: fill, alignment, sign, width, grouping, precision and kind, or the format of a date. */
public final class FormatSpecification {
    private static final Pattern FORM = Pattern.compile(
            "(?:(.)?([<>=^]))?([-+ ])?(#)?(0)?(\\d{1,6})?([,_])?(?:\\.(\\d{1,4}))?([bcdeEfFgGnosxX%])?", Pattern.DOTALL);

    private static final Pattern LARGE = Pattern.compile("\\D*\\d{7,}.*|.*\\.\\d{5,}\\D*", Pattern.DOTALL);

    private FormatSpecification() {}

    /**
     * A value in a format.
     *
     * @param span where a mistake in the format is shown
     * @param whole the whole f-string, where a value that can be no text is shown
     * @return empty after a report
     */
    static Optional<String> apply(EvaluatedValue value, String specification, Span span, Span whole, Context context) {
        if (specification.isEmpty()) {
            return Texts.display(value, whole, context);
        }
        if (value instanceof DateValue date) {
            return DateFormats.format(date.value().atStartOfDay(), specification, span, context);
        }
        if (value instanceof Formatted formatted) {
            return formatted.format(specification, span, context);
        }
        Matcher form = FORM.matcher(specification);
        if (!form.matches()) {
            context.report(Diagnostic.error(
                    EvalCode.FORMAT_SPECIFICATION,
                    span,
                    LARGE.matcher(specification).matches()
                            ? "a width has at most 6 digits, and a precision 4"
                            : "`" + specification + "` is no format for " + value.kind()));
            return Optional.empty();
        }
        String kind = form.group(9) == null ? "" : form.group(9);
        Optional<EvaluatedValue> number = value instanceof BooleanValue && kind.isEmpty() ? Optional.empty() : Operators.number(value);
        Optional<String> body;
        if (number.isPresent()) {
            body = number(number.get(), kind, form);
        } else if (value instanceof TextValue || !(value instanceof Behaviour)) {
            body = kind.isEmpty() || kind.equals("s")
                    ? Texts.display(value, whole, context).map(text -> shortened(text, form.group(8)))
                    : Optional.empty();
        } else {
            return Texts.display(value, whole, context);
        }
        if (body.isEmpty()) {
            context.report(Diagnostic.error(
                    EvalCode.FORMAT_SPECIFICATION, span, "`" + specification + "` is no format for " + value.kind()));
            return Optional.empty();
        }
        return Optional.of(padded(body.get(), form, number.isPresent()));
    }

    private static String shortened(String text, String precision) {
        if (precision == null || text.codePointCount(0, text.length()) <= Integer.parseInt(precision)) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, Integer.parseInt(precision)));
    }

    private static Optional<String> number(EvaluatedValue number, String kind, Matcher form) {
        boolean whole = number instanceof IntegerValue;
        double decimal = number instanceof FloatValue value ? value.value() : ((IntegerValue) number).value();
        int precision = form.group(8) == null ? -1 : Integer.parseInt(form.group(8));
        String magnitude =
                switch (kind) {
                    case "" -> whole
                            ? magnitude(number)
                            : precision < 0 ? Texts.decimal(Math.abs(decimal)) : general(Math.abs(decimal), precision, true);
                    case "d", "n" -> whole ? magnitude(number) : "";
                    case "b" -> whole ? Long.toBinaryString(Math.abs(((IntegerValue) number).value())) : "";
                    case "o" -> whole ? Long.toOctalString(Math.abs(((IntegerValue) number).value())) : "";
                    case "x" -> whole ? Long.toHexString(Math.abs(((IntegerValue) number).value())) : "";
                    case "X" -> whole
                            ? Long.toHexString(Math.abs(((IntegerValue) number).value())).toUpperCase(Locale.ROOT)
                            : "";
                    case "f", "F" -> fixed(Math.abs(decimal), precision < 0 ? 6 : precision);
                    case "%" -> fixed(Math.abs(decimal) * 100, precision < 0 ? 6 : precision) + "%";
                    case "e", "E" -> exponent(Math.abs(decimal), precision < 0 ? 6 : precision, kind.equals("E"));
                    case "g", "G" -> general(Math.abs(decimal), precision < 0 ? 6 : precision, false);
                    default -> "";
                };
        if (magnitude.isEmpty() || whole && kind.isEmpty() && precision >= 0) {
            return Optional.empty();
        }
        if (form.group(4) != null && "boxX".contains(kind) && !kind.isEmpty()) {
            magnitude = "0" + kind + magnitude;
        }
        if (form.group(7) != null) {
            magnitude = grouped(magnitude, form.group(7));
        }
        boolean negative = decimal < 0 || decimal == 0 && 1 / decimal < 0 && !whole;
        String sign = negative ? "-" : form.group(3) == null || form.group(3).equals("-") ? "" : form.group(3);
        return Optional.of(sign + magnitude);
    }

    private static String magnitude(EvaluatedValue number) {
        String text = Long.toString(((IntegerValue) number).value());
        return text.startsWith("-") ? text.substring(1) : text;
    }

    private static String fixed(double value, int precision) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return Double.isNaN(value) ? "nan" : "inf";
        }
        return new BigDecimal(value).setScale(precision, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static String exponent(double value, int precision, boolean upper) {
        if (value == 0) {
            return fixed(0, precision) + (upper ? "E+00" : "e+00");
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(precision + 1, RoundingMode.HALF_EVEN));
        int power = rounded.precision() - rounded.scale() - 1;
        String mantissa = rounded.movePointLeft(power).setScale(precision, RoundingMode.HALF_EVEN).toPlainString();
        return mantissa + (upper ? "E" : "e") + (power < 0 ? "-" : "+") + (Math.abs(power) < 10 ? "0" : "") + Math.abs(power);
    }

    private static String general(double value, int precision, boolean keepsPoint) {
        int digits = Math.max(1, precision);
        if (value == 0) {
            return keepsPoint ? "0.0" : "0";
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
        int power = rounded.precision() - rounded.scale() - 1;
        if (power < -4 || power >= digits) {
            String text = exponent(value, digits - 1, false);
            int e = text.indexOf('e');
            return stripped(text.substring(0, e)) + text.substring(e);
        }
        String plain = stripped(rounded.toPlainString());
        return keepsPoint && !plain.contains(".") ? plain + ".0" : plain;
    }

    private static String stripped(String number) {
        return number.contains(".") ? number.replaceAll("0+$", "").replaceAll("\\.$", "") : number;
    }

    private static String grouped(String magnitude, String separator) {
        int end = 0;
        while (end < magnitude.length() && Character.isDigit(magnitude.charAt(end))) {
            end++;
        }
        StringBuilder grouped = new StringBuilder(magnitude.substring(0, end));
        for (int i = end - 3; i > 0; i -= 3) {
            grouped.insert(i, separator);
        }
        return grouped + magnitude.substring(end);
    }

    private static String padded(String body, Matcher form, boolean number) {
        int width = form.group(6) == null ? 0 : Integer.parseInt(form.group(6));
        int missing = width - body.codePointCount(0, body.length());
        if (missing <= 0) {
            return body;
        }
        boolean zero = form.group(5) != null && form.group(2) == null;
        String fill = zero ? "0" : form.group(1) == null ? " " : form.group(1);
        String alignment = form.group(2) != null ? form.group(2) : zero ? "=" : number ? ">" : "<";
        boolean signed = !body.isEmpty() && "+- ".indexOf(body.charAt(0)) >= 0;
        return switch (alignment) {
            case "<" -> body + fill.repeat(missing);
            case "^" -> fill.repeat(missing / 2) + body + fill.repeat(missing - missing / 2);
            case "=" -> signed && number
                    ? body.charAt(0) + fill.repeat(missing) + body.substring(1)
                    : fill.repeat(missing) + body;
            default -> fill.repeat(missing) + body;
        };
    }
}
