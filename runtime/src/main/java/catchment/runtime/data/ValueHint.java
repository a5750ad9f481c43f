package catchment.runtime.data;

import catchment.compiler.model.Type;
import catchment.runtime.format.CellText;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What to write in place of a value that its column cannot hold. */
final class ValueHint {
    private static final Pattern DAY_FIRST = Pattern.compile("([0-9]{1,2})[/. -]([0-9]{1,2})[/. -]([0-9]{4})");
    private static final Pattern YEAR_FIRST = Pattern.compile("([0-9]{4})[/. -]([0-9]{1,2})[/. -]([0-9]{1,2})(?:[T ].*)?");

    private ValueHint() {}

    static String of(Type type, String text) {
        return switch (type) {
            case BOOL -> truth(text);
            case DATE -> date(text);
            case INT, FLOAT -> number(type, text);
            case STR, SNOMEDCT_CODE, DMD_CODE, CTV3_CODE, ICD10_CODE, OPCS4_CODE, BNF_CODE, ICD10_MULTI_CODE_STRING, OPCS4_MULTI_CODE_STRING ->
                    "any text";
        };
    }

    private static String truth(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "t", "yes", "y", "1" -> "`T`";
            case "false", "f", "no", "n", "0" -> "`F`";
            default -> "`T` or `F`, or nothing where it is not known";
        };
    }

    private static String date(String text) {
        Matcher dayFirst = DAY_FIRST.matcher(text.strip());
        if (dayFirst.matches()) {
            Optional<String> day = iso(dayFirst.group(3), dayFirst.group(2), dayFirst.group(1));
            Optional<String> month = iso(dayFirst.group(3), dayFirst.group(1), dayFirst.group(2));
            if (day.isPresent()) {
                return day.get() + " if day comes first";
            }
            if (month.isPresent()) {
                return month.get() + " if month comes first";
            }
        }
        Matcher yearFirst = YEAR_FIRST.matcher(text.strip());
        if (yearFirst.matches()) {
            Optional<String> day = iso(yearFirst.group(1), yearFirst.group(2), yearFirst.group(3));
            if (day.isPresent()) {
                return day.get();
            }
        }
        return "a day of the calendar, such as `1980-07-01`; years go from 0001 to 9999";
    }

    private static Optional<String> iso(String year, String month, String day) {
        String text = "%s-%02d-%02d".formatted(year, Integer.parseInt(month), Integer.parseInt(day));
        return CellText.read(Type.DATE, text).map(_ -> "`" + text + "`");
    }

    private static String number(Type type, String text) {
        String plain = text.strip().replaceAll("^[£$€]", "").replaceAll("(?<=[0-9]),(?=[0-9]{3}(\\D|$))", "");
        if (type == Type.INT && plain.matches("[+-]?[0-9]+\\.0+")) {
            plain = plain.substring(0, plain.indexOf('.'));
        }
        boolean reads = !plain.isEmpty() && CellText.read(type, plain).isPresent();
        if (reads) {
            return "`" + plain + "`";
        }
        return type == Type.INT
                ? "digits only, of at most 64 bits; nothing where it is not known"
                : "digits with a point, such as `12.5`; nothing where it is not known";
    }
}
