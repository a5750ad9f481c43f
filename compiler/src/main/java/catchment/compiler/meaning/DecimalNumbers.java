package catchment.compiler.meaning;

/** Arithmetic of doubles; null where the result is not finite. */
final class DecimalNumbers {
    /** 2 to the power of 63, the first whole number that does not fit; exact as a double. */
    private static final double BEYOND = 0x1p63;

    private DecimalNumbers() {}

    static Double finite(double value) {
        return Double.isFinite(value) ? (Double) value : null;
    }

    /** Null for a divisor of zero. */
    static Double divide(double left, double right) {
        return right == 0 ? null : finite(left / right);
    }

    /** The quotient as a double, then the next whole number towards minus infinity; null for a divisor of zero. */
    static Long floorDivide(double left, double right) {
        return right == 0 ? null : truncate(Math.floor(left / right));
    }

    /** Null for zero to a negative power and for a negative base to a fractional one; anything to the power of zero is one. */
    static Double power(double base, double exponent) {
        return finite(Math.pow(base, exponent));
    }

    /** The whole number towards zero; null outside 64 bits. */
    static Long truncate(double value) {
        return value >= -BEYOND && value < BEYOND ? (Long) (long) value : null;
    }
}
