package catchment.runtime.data;

import catchment.compiler.meaning.Comparison;
import catchment.compiler.model.Constraint;
import catchment.compiler.model.TableSchema;
import catchment.compiler.model.Type;
import catchment.grammar.diagnostic.NearNames;
import catchment.runtime.data.Faults.Fault;
import catchment.runtime.data.Faults.Place;
import catchment.runtime.format.CellText;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks the values of one column against what its table says of them. */
final class ColumnCheck {
    private static final int CATEGORIES_SHOWN = 8;
    private static final Pattern SPREADSHEET = Pattern.compile("[0-9](\\.[0-9]+)?[eE]\\+?[0-9]+");

    private final String table;
    private final TableSchema.Column column;
    private final String rowWord;
    private final Faults faults;
    private final Optional<List<Object>> categories;
    private final Set<Object> keys;
    private final Optional<Pattern> regex;
    private boolean holdsCodes;

    /**
     * @param rowWord what a row is called: "Line" in a text
     */
    ColumnCheck(String table, TableSchema.Column column, String rowWord, Faults faults) {
        this.table = table;
        this.column = column;
        this.rowWord = rowWord;
        this.faults = faults;
        this.categories = column.constraint(Constraint.Categorical.class)
                .map(categorical -> categorical.values().stream().filter(value -> value != null).toList());
        this.keys = categories.orElse(List.of()).stream().map(Comparison::key).collect(Collectors.toCollection(HashSet::new));
        this.regex = column.constraint(Constraint.Regex.class).flatMap(ColumnCheck::pattern);
    }

    /** The dialect is that of the compiler, which refuses what it cannot read; its time grows with the text alone. What came another way is not checked. */
    static Optional<Pattern> pattern(Constraint.Regex regex) {
        try {
            return Optional.of(Pattern.compile(regex.regex()));
        } catch (PatternSyntaxException otherDialect) {
            return Optional.empty();
        }
    }

    String name() {
        return column.name();
    }

    Type type() {
        return column.type();
    }

    /** The value of a cell of text; null where it is empty or faulty. */
    Object read(String text, Place place) {
        if (text.isEmpty()) {
            return check(null, place);
        }
        Optional<Object> value = CellText.read(column.type(), text);
        if (value.isEmpty()) {
            unreadable(text, place);
            return null;
        }
        return check(value.get(), place);
    }

    /** A value that the column's type does not have. */
    void unreadable(String text, Place place) {
        DataCode code = switch (column.type()) {
            case BOOL -> DataCode.DUMMY_BOOLEAN;
            case DATE -> DataCode.DUMMY_DATE;
            case INT, FLOAT -> DataCode.DUMMY_NUMBER;
            case STR, SNOMEDCT_CODE, DMD_CODE, CTV3_CODE, ICD10_CODE, OPCS4_CODE, BNF_CODE, ICD10_MULTI_CODE_STRING, OPCS4_MULTI_CODE_STRING ->
                    DataCode.DUMMY_TYPE;
        };
        if (skipped(code)) {
            return;
        }
        String what = switch (column.type()) {
            case BOOL -> "neither `T` nor `F`";
            case DATE -> "not YYYY-MM-DD";
            case INT -> "no whole number";
            case FLOAT -> "no decimal number";
            case STR, SNOMEDCT_CODE, DMD_CODE, CTV3_CODE, ICD10_CODE, OPCS4_CODE, BNF_CODE, ICD10_MULTI_CODE_STRING, OPCS4_MULTI_CODE_STRING ->
                    "no text";
        };
        faults.add(name(), Fault.error(code, place, where(place) + ": " + Shown.of(text) + " is " + what, ValueHint.of(column.type(), text)));
    }

    /** Checks a value, which may be null, and gives it back. */
    Object check(Object value, Place place) {
        if (value == null) {
            if (column.constraint(Constraint.NotNull.class).isPresent()) {
                constraint(place, "a value is missing, which never happens in real data", "a value; results on these rows may differ from real ones");
            }
            return null;
        }
        if (value instanceof String text) {
            checkText(text, place);
        }
        if (categories.isPresent() && !keys.contains(Comparison.key(value))) {
            category(value, place);
        } else {
            checkConstraints(value, place);
        }
        return value;
    }

    private void checkText(String text, Place place) {
        if (text.indexOf('\0') >= 0 && !skipped(DataCode.DUMMY_CHARACTER)) {
            faults.add(name(), Fault.error(
                    DataCode.DUMMY_CHARACTER, place, where(place) + ": " + Shown.of(text) + " holds a NUL character, which no database can keep"));
        }
        if (!column.type().isCode()) {
            return;
        }
        if (column.type().accepts(text)) {
            if (!holdsCodes) {
                holdsCodes = true;
                faults.forgive(DataCode.DUMMY_CODE, name());
            }
            return;
        }
        if (isSpoiltCode(text)) {
            faults.keep(DataCode.DUMMY_CODE, name());
        }
        if (!skipped(DataCode.DUMMY_CODE)) {
            faults.add(name(), Fault.warning(
                    DataCode.DUMMY_CODE,
                    place,
                    where(place) + ": " + Shown.of(text) + " is no " + column.type().words() + ", so no codelist can hold it"));
        }
    }

    /** Whether it was a code before a spreadsheet, a blank, a dot or small letters came into it. */
    private boolean isSpoiltCode(String text) {
        String tidy = text.strip().toUpperCase(Locale.ROOT).replace(".", "");
        return SPREADSHEET.matcher(text.strip()).matches() || column.type().accepts(tidy);
    }

    private void category(Object value, Place place) {
        if (skipped(DataCode.DUMMY_CATEGORY)) {
            return;
        }
        List<String> names = categories.orElseThrow().stream().map(CellText::write).toList();
        String text = CellText.write(value);
        String shown = names.stream().limit(CATEGORIES_SHOWN).map(name -> "`" + name + "`").collect(Collectors.joining(", "))
                + (names.size() > CATEGORIES_SHOWN ? " and " + (names.size() - CATEGORIES_SHOWN) + " more" : "");
        Fault fault = Fault.error(
                DataCode.DUMMY_CATEGORY,
                place,
                where(place) + ": " + Shown.of(text) + " is not a value of `" + table + "." + name() + "` (" + shown + ")");
        Optional<String> meant = meant(text, names);
        faults.add(name(), meant.isEmpty() ? fault : new Fault(
                fault.code(), fault.severity(), place, fault.message(), List.of("`" + meant.get() + "`"), meant));
    }

    /** The only category that begins so, or the one that is spelt most nearly so. */
    private static Optional<String> meant(String text, List<String> names) {
        String start = text.strip().toLowerCase(Locale.ROOT);
        List<String> beginning = start.isEmpty()
                ? List.of()
                : names.stream().filter(name -> name.toLowerCase(Locale.ROOT).startsWith(start)).toList();
        return beginning.size() == 1 ? Optional.of(beginning.getFirst()) : NearNames.of(text, names).stream().findFirst();
    }

    private void checkConstraints(Object value, Place place) {
        for (Constraint constraint : column.constraints()) {
            switch (constraint) {
                case Constraint.FirstOfMonth _ when value instanceof LocalDate date && date.getDayOfMonth() != 1 ->
                        firstOfMonth(date, place);
                case Constraint.ClosedRange range when value instanceof Long number && (number < range.minimum() || number > range.maximum()) ->
                        constraint(place, Shown.of(value.toString()) + " is not between " + range.minimum() + " and " + range.maximum(), "");
                case Constraint.GeneralRange range when !within(value, range) ->
                        constraint(place, Shown.of(CellText.write(value)) + " is outside what real data holds (" + words(range) + ")", "");
                case Constraint.Regex _ when value instanceof String text && regex.isPresent() && !regex.get().matcher(text).lookingAt() ->
                        constraint(place, Shown.of(text) + " does not look like the values of real data", "text that matches `" + regex.get() + "`");
                case Constraint.Categorical _, Constraint.ClosedRange _, Constraint.DateAfter _, Constraint.FirstOfMonth _,
                        Constraint.GeneralRange _, Constraint.NotNull _, Constraint.Regex _, Constraint.Unique _ -> {}
            }
        }
    }

    private void firstOfMonth(LocalDate date, Place place) {
        if (skipped(DataCode.DUMMY_CONSTRAINT)) {
            return;
        }
        String first = CellText.write(date.withDayOfMonth(1));
        faults.add(name(), Fault.warning(
                        DataCode.DUMMY_CONSTRAINT,
                        place,
                        where(place) + ": " + Shown.of(CellText.write(date)) + " is not the first of a month, as it always is in real data",
                        "`" + first + "`; results on these tables may differ from real ones")
                .fixedBy(first));
    }

    private void constraint(Place place, String what, String hint) {
        if (skipped(DataCode.DUMMY_CONSTRAINT)) {
            return;
        }
        String[] hints = hint.isEmpty() ? new String[0] : new String[] {hint};
        faults.add(name(), Fault.warning(DataCode.DUMMY_CONSTRAINT, place, where(place) + ": " + what, hints));
    }

    static boolean within(Object value, Constraint.GeneralRange range) {
        int low = range.minimum().filter(bound -> bound.getClass() == value.getClass()).map(bound -> Comparison.compare(value, bound)).orElse(1);
        int high = range.maximum().filter(bound -> bound.getClass() == value.getClass()).map(bound -> Comparison.compare(value, bound)).orElse(-1);
        return (low > 0 || (low == 0 && range.includesMinimum())) && (high < 0 || (high == 0 && range.includesMaximum()));
    }

    static String words(Constraint.GeneralRange range) {
        String from = range.minimum().map(bound -> (range.includesMinimum() ? "from " : "above ") + CellText.write(bound)).orElse("");
        String to = range.maximum().map(bound -> (range.includesMaximum() ? "up to " : "below ") + CellText.write(bound)).orElse("");
        return (from + " " + to).strip();
    }

    /** True if there are enough of these already: then it is only counted. */
    private boolean skipped(DataCode code) {
        if (faults.isFull(code, name())) {
            faults.count(code, name());
            return true;
        }
        return false;
    }

    private String where(Place place) {
        return rowWord + " " + place.row() + ", column `" + name() + "`";
    }
}
