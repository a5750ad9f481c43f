package catchment.compiler.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** What holds of the values of a column. Null is allowed unless said. */
public sealed interface Constraint {
    /**
     * One of these values.
     *
     * @param values of the column's type; may hold null
     */
    record Categorical(List<Object> values) implements Constraint {
        public Categorical {
            values = Collections.unmodifiableList(new ArrayList<>(values));
        }
    }

    /** Never null. */
    record NotNull() implements Constraint {}

    /** No value twice; not checked. */
    record Unique() implements Constraint {}

    /** A date that is the first of a month. */
    record FirstOfMonth() implements Constraint {}

    /**
     * Text that begins with a match.
     *
     * @param regex of literals, classes, groups, alternation and greedy repeats only
     */
    record Regex(String regex) implements Constraint {}

    /**
     * A whole number within bounds, both included.
     *
     * @param step the distance of values in dummy data; not checked
     */
    record ClosedRange(long minimum, long maximum, long step) implements Constraint {}

    /**
     * A value within bounds, of the column's type.
     *
     * @param minimum empty for no bound
     * @param maximum empty for no bound
     */
    record GeneralRange(
            Optional<Object> minimum, Optional<Object> maximum, boolean includesMinimum, boolean includesMaximum)
            implements Constraint {}

    /** Not before the dates of these columns of the same row; only dummy data keeps to it. */
    record DateAfter(List<String> columnNames) implements Constraint {
        public DateAfter {
            columnNames = List.copyOf(columnNames);
        }
    }
}
