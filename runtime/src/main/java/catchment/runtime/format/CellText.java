package catchment.runtime.format;

import catchment.compiler.meaning.DecimalText;
import catchment.compiler.model.Type;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A value as the text of a CSV cell: {@code T}, {@code 12}, {@code 0.5}, {@code 2020-01-31}; nothing for a missing value. */
public final class CellText {
    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]+(_[0-9]+)*");
    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?([0-9]+(_[0-9]+)*\\.?|([0-9]+(_[0-9]+)*)?\\.[0-9]+(_[0-9]+)*)([eE][+-]?[0-9]+(_[0-9]+)*)?");
    private static final Pattern CALENDAR = Pattern.compile("([0-9]{4})(-?)([0-9]{2})\\2([0-9]{2})");
    private static final Pattern WEEK = Pattern.compile("([0-9]{4})(-?)W([0-9]{2})(?:\\2([1-7]))?");

    private CellText() {}

    /** The text of a value that is not null. */
    public static String write(Object value) {
        return switch (value) {
            case Boolean truth -> truth ? "T" : "F";
            case Double decimal -> DecimalText.write(decimal);
            case LocalDate date -> date.toString();
            default -> value.toString();
        };
    }

    /**
     * The value that a text stands for, as Python's {@code int}, {@code float} and {@code date.fromisoformat} read it; empty if it stands for none of the type.
     * Numbers that are not finite or do not fit are none.
     *
     * @param text not empty
     */
    public static Optional<Object> read(Type type, String text) {
        return switch (type) {
            case BOOL -> switch (text) {
                case "T" -> Optional.of(true);
                case "F" -> Optional.of(false);
                default -> Optional.empty();
            };
            case INT -> readWhole(text.strip());
            case FLOAT -> readDecimal(text.strip());
            case DATE -> readDate(text);
            case STR, SNOMEDCT_CODE, DMD_CODE, CTV3_CODE, ICD10_CODE, OPCS4_CODE, BNF_CODE, ICD10_MULTI_CODE_STRING, OPCS4_MULTI_CODE_STRING ->
                    Optional.of(text);
        };
    }

    private static Optional<Object> readWhole(String text) {
        if (!WHOLE.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Long.parseLong(text.replace("_", "")));
        } catch (NumberFormatException beyond64Bits) {
            return Optional.empty();
        }
    }

    private static Optional<Object> readDecimal(String text) {
        if (!DECIMAL.matcher(text).matches()) {
            return Optional.empty();
        }
        double value = Double.parseDouble(text.replace("_", ""));
        return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
    }

    private static Optional<Object> readDate(String text) {
        try {
            Matcher day = CALENDAR.matcher(text);
            if (day.matches()) {
                return inCalendar(LocalDate.of(number(day, 1), number(day, 3), number(day, 4)));
            }
            Matcher week = WEEK.matcher(text);
            if (week.matches()) {
                LocalDate first = LocalDate.of(number(week, 1), 1, 4).with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, number(week, 3));
                return inCalendar(first.with(ChronoField.DAY_OF_WEEK, week.group(4) == null ? 1 : number(week, 4)));
            }
            return Optional.empty();
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Optional<Object> inCalendar(LocalDate date) {
        return date.getYear() < 1 || date.getYear() > 9999 ? Optional.empty() : Optional.of(date);
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    /** Shortest digits that give the number back; with an exponent below 0.0001 and from 1e16 on, as Python's {@code repr}. */
}
