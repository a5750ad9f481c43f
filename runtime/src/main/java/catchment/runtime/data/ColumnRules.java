package catchment.runtime.data;

import catchment.compiler.meaning.Comparison;
import catchment.compiler.model.Constraint;
import catchment.compiler.model.TableSchema;
import catchment.runtime.format.CellText;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a table says of the values of a column, for one value at a time. */
public final class ColumnRules {
    private ColumnRules() {}

    /**
     * The first rule that a value breaks, as a sentence that says what holds instead; empty if it breaks none.
     *
     * @param value of the column's type; empty for a missing one
     */
    public static Optional<String> broken(TableSchema.Column column, Optional<Object> value) {
        return column.constraints().stream().flatMap(rule -> broken(rule, value).stream()).findFirst();
    }

    private static Optional<String> broken(Constraint rule, Optional<Object> value) {
        if (value.isEmpty()) {
            return rule instanceof Constraint.NotNull ? Optional.of("it is never missing") : Optional.empty();
        }
        return switch (rule) {
            case Constraint.Categorical categorical when categorical.values().stream()
                    .noneMatch(known -> known != null && Comparison.key(known).equals(Comparison.key(value.get()))) ->
                    Optional.of("it is one of " + categorical.values().stream()
                            .filter(known -> known != null)
                            .map(known -> "`" + CellText.write(known) + "`")
                            .collect(Collectors.joining(", ")));
            case Constraint.FirstOfMonth _ when value.get() instanceof LocalDate day && day.getDayOfMonth() != 1 ->
                    Optional.of("it is the first of a month: " + day.withDayOfMonth(1));
            case Constraint.ClosedRange range when value.get() instanceof Long number && (number < range.minimum() || number > range.maximum()) ->
                    Optional.of("it is between " + range.minimum() + " and " + range.maximum());
            case Constraint.GeneralRange range when !ColumnCheck.within(value.get(), range) -> Optional.of("it is " + ColumnCheck.words(range));
            case Constraint.Regex regex when value.get() instanceof String text
                    && ColumnCheck.pattern(regex).filter(pattern -> !pattern.matcher(text).lookingAt()).isPresent() ->
                    Optional.of("it is text that matches `" + regex.regex() + "`");
            case Constraint.Categorical _, Constraint.ClosedRange _, Constraint.DateAfter _, Constraint.FirstOfMonth _,
                    Constraint.GeneralRange _, Constraint.NotNull _, Constraint.Regex _, Constraint.Unique _ -> Optional.empty();
        };
    }
}
