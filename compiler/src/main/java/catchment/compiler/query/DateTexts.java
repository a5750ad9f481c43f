package catchment.compiler.query;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as texts: {@code YYYY-MM-DD}, and what people write instead. */
final class DateTexts {
    private static final Pattern ISO = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");
    private static final Pattern YEAR_FIRST = Pattern.compile("([0-9]{4})[-/. ]?([0-9]{1,2})[-/. ]?([0-9]{1,2})(?:[T ].*)?");
    private static final Pattern YEAR_LAST = Pattern.compile("([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})");
    private static final Pattern YEAR_MONTH = Pattern.compile("([0-9]{4})[-/]([0-9]{1,2})");
    private static final Pattern YEAR = Pattern.compile("[12][0-9]{3}");
    private static final Pattern DAY_NAME_YEAR = Pattern.compile("([0-9]{1,2})(?:st|nd|rd|th)?[ -]([A-Za-z]{3,9})[, -]+([0-9]{4})");
    private static final Pattern NAME_DAY_YEAR = Pattern.compile("([A-Za-z]{3,9})[ -]([0-9]{1,2})(?:st|nd|rd|th)?[, -]+([0-9]{4})");

    private DateTexts() {}

    /** The date that the text is. Empty if it is not written as one, or there is no such day. */
    static Optional<LocalDate> parse(String text) {
        Matcher matcher = ISO.matcher(text);
        return matcher.matches() ? day(matcher.group(1), matcher.group(2), matcher.group(3)) : Optional.empty();
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        try {
            LocalDate date = LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
            return date.getYear() < 1 ? Optional.empty() : Optional.of(date);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /** What is said of a text that is no date but stands where one is wanted. */
    static Diagnostic notADate(String text, Span span, boolean literal) {
        Matcher iso = ISO.matcher(text);
        if (iso.matches()) {
            return impossible(text, iso, span, literal);
        }
        Diagnostic found = Diagnostic.error(
                QueryCode.DATE_FORMAT, span, Words.tick(Words.quoted(text)) + " is no date: dates are written YYYY-MM-DD");
        List<LocalDate> readings = readings(text.strip());
        if (readings.size() == 1) {
            found = found.hint("write " + Words.tick(Words.quoted(readings.getFirst().toString())));
            return literal ? found.fix(span, Words.quoted(readings.getFirst().toString())) : found;
        }
        for (LocalDate reading : readings) {
            found = found.hint(Words.tick(Words.quoted(reading.toString())) + " if " + reading.getDayOfMonth() + " "
                    + reading.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " is meant");
        }
        return readings.isEmpty() ? found.hint("for example \"2024-03-31\"") : found;
    }

    private static Diagnostic impossible(String text, Matcher iso, Span span, boolean literal) {
        int year = Integer.parseInt(iso.group(1));
        int month = Integer.parseInt(iso.group(2));
        int day = Integer.parseInt(iso.group(3));
        if (year < 1) {
            return Diagnostic.error(QueryCode.DATE_IMPOSSIBLE, span, Words.tick(Words.quoted(text)) + ": the first year is 1");
        }
        if (month < 1 || month > 12) {
            Diagnostic found = Diagnostic.error(
                    QueryCode.DATE_IMPOSSIBLE, span, Words.tick(Words.quoted(text)) + " has month " + month + ": dates are written YYYY-MM-DD");
            Optional<LocalDate> swapped = day(iso.group(1), iso.group(3), iso.group(2));
            return swapped.map(date -> suggest(found, date, span, literal)).orElse(found);
        }
        YearMonth within = YearMonth.of(year, month);
        String name = Month.of(month).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        Diagnostic found = Diagnostic.error(
                QueryCode.DATE_IMPOSSIBLE,
                span,
                Words.tick(Words.quoted(text)) + ": " + name + " " + year + " has " + within.lengthOfMonth() + " days");
        if (day < 1) {
            return suggest(found, within.atDay(1), span, literal);
        }
        return suggest(found, within.atEndOfMonth(), span, literal)
                .hint("or " + Words.tick(Words.quoted(within.atEndOfMonth().plusDays(1).toString())));
    }

    private static Diagnostic suggest(Diagnostic found, LocalDate date, Span span, boolean literal) {
        Diagnostic hinted = found.hint("write " + Words.tick(Words.quoted(date.toString())));
        return literal ? hinted.fix(span, Words.quoted(date.toString())) : hinted;
    }

    /** The days that the text may mean; two where day and month could be swapped. */
    private static List<LocalDate> readings(String text) {
        List<LocalDate> found = new ArrayList<>();
        Matcher matcher = YEAR_FIRST.matcher(text);
        if (matcher.matches()) {
            day(matcher.group(1), matcher.group(2), matcher.group(3)).ifPresent(found::add);
            return found;
        }
        matcher = YEAR_LAST.matcher(text);
        if (matcher.matches()) {
            day(matcher.group(3), matcher.group(2), matcher.group(1)).ifPresent(found::add);
            day(matcher.group(3), matcher.group(1), matcher.group(2)).filter(date -> !found.contains(date)).ifPresent(found::add);
            return found;
        }
        matcher = YEAR_MONTH.matcher(text);
        if (matcher.matches()) {
            day(matcher.group(1), matcher.group(2), "1").ifPresent(found::add);
            return found;
        }
        matcher = DAY_NAME_YEAR.matcher(text);
        if (matcher.matches()) {
            named(matcher.group(3), matcher.group(2), matcher.group(1)).ifPresent(found::add);
            return found;
        }
        matcher = NAME_DAY_YEAR.matcher(text);
        if (matcher.matches()) {
            named(matcher.group(3), matcher.group(1), matcher.group(2)).ifPresent(found::add);
            return found;
        }
        if (YEAR.matcher(text).matches()) {
            day(text, "1", "1").ifPresent(found::add);
        }
        return found;
    }

    private static Optional<LocalDate> named(String year, String name, String day) {
        for (Month month : Month.values()) {
            if (month.getDisplayName(TextStyle.FULL, Locale.ENGLISH).toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT))) {
                return day(year, Integer.toString(month.getValue()), day);
            }
        }
        return Optional.empty();
    }
}
