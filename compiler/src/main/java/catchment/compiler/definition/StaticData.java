package catchment.compiler.definition;

import catchment.compiler.model.Type;
import catchment.grammar.source.Span;
import java.util.List;
import java.util.Optional;

/** Data that a definition holds beside its queries, such as the patients that it is tested with. Each piece knows where it was made. */
public sealed interface StaticData {
    /** Where it was made, so that a message can point there. */
    Span place();

    /** {@code None}. */
    record Absent(Span place) implements StaticData {}

    /**
     * One value.
     *
     * @param value a {@code Boolean}, {@code Long}, {@code Double}, {@code String} or {@code LocalDate}
     * @param type of the value; a code is a text with the type of its coding system
     */
    record Scalar(Object value, Type type, Span place) implements StaticData {}

    /**
     * Several values.
     *
     * @param fixed true for a tuple, false for a list
     */
    record Sequence(List<StaticData> values, boolean fixed, Span place) implements StaticData {
        public Sequence {
            values = List.copyOf(values);
        }
    }

    /** Keys with values, in order. */
    record Mapping(List<Pair> pairs, Span place) implements StaticData {
        public Mapping {
            pairs = List.copyOf(pairs);
        }

        /** What stands under a text as key. */
        public Optional<Pair> pair(String key) {
            return pairs.stream().filter(pair -> pair.key() instanceof Scalar text && text.value().equals(key)).findFirst();
        }
    }

    /**
     * Something that is no plain data, such as a column or a function.
     *
     * @param kind what a researcher calls it: "a date column"
     */
    record Foreign(String kind, Span place) implements StaticData {}

    /** A key and its value. */
    record Pair(StaticData key, StaticData value) {}
}
