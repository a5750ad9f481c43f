package catchment.compiler.definition;

import java.util.List;

/** Data that a definition holds beside its queries, such as the patients that it is tested with. */
public sealed interface StaticData {
    /** {@code None}. */
    record Absent() implements StaticData {}

    /**
     * One value.
     *
     * @param value a {@code Boolean}, {@code Long}, {@code Double}, {@code String} or {@code LocalDate}
     */
    record Scalar(Object value) implements StaticData {}

    /**
     * Several values.
     *
     * @param fixed true for a tuple, false for a list
     */
    record Sequence(List<StaticData> values, boolean fixed) implements StaticData {
        public Sequence {
            values = List.copyOf(values);
        }
    }

    /** Keys with values, in order. */
    record Mapping(List<Pair> pairs) implements StaticData {
        public Mapping {
            pairs = List.copyOf(pairs);
        }
    }

    /** A key and its value. */
    record Pair(StaticData key, StaticData value) {}
}
