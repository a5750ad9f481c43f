package catchment.compiler.meaning;

import java.math.BigDecimal;
import java.math.MathContext;

/** Decimal numbers as text, the same wherever one is written: the fewest digits that tell it from every other, as Python writes it. */
public final class DecimalText {
    private DecimalText() {}

    /** {@code 0.5}, {@code 2.0}, {@code 1e-05}, {@code 1.5e+16}; the number must be finite. */
    public static String write(double value) {
        if (value == 0) {
            return 1 / value < 0 ? "-0.0" : "0.0";
        }
        BigDecimal shortest = shortest(Math.abs(value));
        String digits = shortest.unscaledValue().toString();
        int exponent = digits.length() - shortest.scale() - 1;
        String text;
        if (exponent < -4 || exponent >= 16) {
            String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
            text = digits.charAt(0) + fraction + "e" + (exponent < 0 ? "-" : "+") + (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
        } else {
            text = shortest.scale() > 0 ? shortest.toPlainString() : shortest.setScale(1).toPlainString();
        }
        return value < 0 ? "-" + text : text;
    }

    private static BigDecimal shortest(double value) {
        BigDecimal digits = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        if (digits.precision() == 2) {
            // Java never gives fewer than two digits, and prefers the nearer of those.
            BigDecimal one = digits.round(new MathContext(1)).stripTrailingZeros();
            return one.doubleValue() == value ? one : digits;
        }
        return digits;
    }
}
