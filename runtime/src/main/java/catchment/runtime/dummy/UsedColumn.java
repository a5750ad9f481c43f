package catchment.runtime.dummy;

import catchment.compiler.model.Constraint;
import catchment.compiler.model.TableSchema;
import catchment.compiler.model.Type;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * A column that dummy data is made for, and what its constraints of both lists ask.
 *
 * @param name its name
 * @param type of its values
 * @param lawful the values that the constraints allow
 * @param regex what texts are made from; empty if anything will do
 * @param firstOfMonth whether dates are the first of a month
 * @param step the distance of whole numbers, counted from the least
 * @param after columns of the same table whose dates its own must not come before
 * @param vocabulary values that the definition compares it with
 */
record UsedColumn(
        String name,
        Type type,
        Wanted lawful,
        Optional<RegexText> regex,
        boolean firstOfMonth,
        OptionalLong step,
        List<String> after,
        List<Members> vocabulary) {
    /**
     * @param column the column
     * @param names the columns of the table that are used
     */
    UsedColumn(TableSchema.Column column, List<String> names, List<Members> vocabulary) {
        this(column, find(column, Constraint.Regex.class).map(regex -> RegexText.of(regex.regex())), names, vocabulary);
    }

    private UsedColumn(TableSchema.Column column, Optional<RegexText> regex, List<String> names, List<Members> vocabulary) {
        this(
                column.name(),
                column.type(),
                regex.map(RegexText::canBeDrawn).orElse(true) ? lawful(column) : lawful(column).and(Wanted.MISSING),
                regex,
                find(column, Constraint.FirstOfMonth.class).isPresent(),
                find(column, Constraint.ClosedRange.class).map(range -> OptionalLong.of(range.step())).orElse(OptionalLong.empty()),
                find(column, Constraint.DateAfter.class).map(Constraint.DateAfter::columnNames).orElse(List.of()).stream()
                        .filter(names::contains)
                        .toList(),
                vocabulary);
    }

    private static List<Constraint> all(TableSchema.Column column) {
        return Stream.concat(column.constraints().stream(), column.dummyDataConstraints().stream()).toList();
    }

    private static <C extends Constraint> Optional<C> find(TableSchema.Column column, Class<C> kind) {
        return all(column).stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    private static Wanted lawful(TableSchema.Column column) {
        Wanted wanted = Wanted.ANY;
        for (Constraint constraint : all(column)) {
            wanted = wanted.and(wanted(constraint, column.type()));
        }
        return wanted;
    }

    private static Wanted wanted(Constraint constraint, Type type) {
        return switch (constraint) {
            case Constraint.Categorical categorical -> categorical(categorical.values());
            case Constraint.NotNull _ -> Wanted.PRESENT;
            case Constraint.FirstOfMonth _ -> Wanted.such(date -> ((LocalDate) date).getDayOfMonth() == 1).orMissing();
            case Constraint.Regex regex -> {
                RegexText texts = RegexText.of(regex.regex());
                yield Wanted.such(text -> texts.begins((String) text)).orMissing();
            }
            case Constraint.ClosedRange range -> closed(range, type);
            case Constraint.GeneralRange range -> general(range).orMissing();
            case Constraint.Unique _, Constraint.DateAfter _ -> Wanted.ANY;
        };
    }

    private static Wanted categorical(List<Object> values) {
        List<Object> present = values.stream().filter(Objects::nonNull).toList();
        // Null is valid unless NotNull says otherwise.
        return present.isEmpty() ? Wanted.MISSING : Wanted.among(Members.of(present)).orMissing();
    }

    private static Wanted closed(Constraint.ClosedRange range, Type type) {
        if (type == Type.FLOAT) {
            return Wanted.between(Optional.of((double) range.minimum()), Optional.of((double) range.maximum())).orMissing();
        }
        Wanted within = Wanted.between(Optional.of(range.minimum()), Optional.of(range.maximum())).orMissing();
        return range.step() <= 1
                ? within
                : within.and(Wanted.such(value -> ((Long) value - range.minimum()) % range.step() == 0).orMissing());
    }

    private static Wanted general(Constraint.GeneralRange range) {
        List<Wanted> bounds = new ArrayList<>(List.of(Wanted.ANY));
        range.minimum().ifPresent(least -> bounds.add(range.includesMinimum() ? Wanted.atLeast(least) : Wanted.above(least)));
        range.maximum().ifPresent(most -> bounds.add(range.includesMaximum() ? Wanted.atMost(most) : Wanted.below(most)));
        return bounds.stream().reduce(Wanted::and).orElseThrow();
    }

    /** Whether a value may ever be missing. */
    boolean canBeMissing() {
        return lawful.missing();
    }

    /** Whether there may be a value at all. */
    boolean canBePresent() {
        return lawful.present();
    }
}
