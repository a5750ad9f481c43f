package catchment.runtime.data;

import catchment.compiler.meaning.Dates;
import catchment.compiler.model.Type;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** A value of a format with types as a value of a column: any width of number, dates with or without a time of midnight. */
final class TypedValue {
    private TypedValue() {}

    /** The value in the Java class that {@link Type} says, null for null, or {@link RowCheck.Unfit}. */
    static Object of(Type type, Object value) {
        if (value == null) {
            return null;
        }
        Object fitting = switch (type) {
            case BOOL -> value instanceof Boolean ? value : null;
            case INT -> whole(value);
            case FLOAT -> decimal(value);
            case DATE -> date(value);
            case STR, SNOMEDCT_CODE, DMD_CODE, CTV3_CODE, ICD10_CODE, OPCS4_CODE, BNF_CODE, ICD10_MULTI_CODE_STRING, OPCS4_MULTI_CODE_STRING ->
                    value instanceof CharSequence text ? text.toString() : null;
        };
        return fitting != null ? fitting : new RowCheck.Unfit(value.toString());
    }

    private static Object whole(Object value) {
        return switch (value) {
            case Long number -> number;
            case Integer number -> number.longValue();
            case Short number -> number.longValue();
            case Byte number -> number.longValue();
            case BigInteger number when number.bitLength() < Long.SIZE -> number.longValue();
            default -> null;
        };
    }

    private static Object decimal(Object value) {
        return switch (value) {
            case Double number when Double.isFinite(number) -> number;
            case Float number when Float.isFinite(number) -> number.doubleValue();
            default -> null;
        };
    }

    private static Object date(Object value) {
        return switch (value) {
            case LocalDate date when !date.isBefore(Dates.FIRST) && !date.isAfter(Dates.LAST) -> date;
            case LocalDateTime time when time.toLocalTime().toNanoOfDay() == 0 -> date(time.toLocalDate());
            default -> null;
        };
    }
}
