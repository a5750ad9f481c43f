package catchment.compiler.meaning;

import java.math.BigInteger;

/** Arithmetic of 64 bits; null where the result does not fit. */
final class WholeNumbers {
    private WholeNumbers() {}

    static Long add(long left, long right) {
        long sum = left + right;
        return ((left ^ sum) & (right ^ sum)) < 0 ? null : (Long) sum;
    }

    static Long subtract(long left, long right) {
        long difference = left - right;
        return ((left ^ right) & (left ^ difference)) < 0 ? null : (Long) difference;
    }

    static Long multiply(long left, long right) {
        return within(BigInteger.valueOf(left).multiply(BigInteger.valueOf(right)));
    }

    static Long absolute(long value) {
        return value == Long.MIN_VALUE ? null : (Long) Math.abs(value);
    }

    /** Towards minus infinity; null for a divisor of zero. */
    static Long floorDivide(long left, long right) {
        if (right == 0 || (left == Long.MIN_VALUE && right == -1)) {
            return null;
        }
        return Math.floorDiv(left, right);
    }

    /** The number if it has at most 64 bits, else null. */
    static Long within(BigInteger value) {
        return value.bitLength() < Long.SIZE ? (Long) value.longValue() : null;
    }
}
