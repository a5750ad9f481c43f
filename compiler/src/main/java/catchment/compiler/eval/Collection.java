package catchment.compiler.eval;

import catchment.grammar.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Several values. Lists, dicts and sets can change, and compare by identity in Java; {@link StaticEquality} is the language's own equality. */
public sealed interface Collection extends EvaluatedValue {
    /** {@code [a, b]}. */
    final class ListValue implements Collection {
        private final List<EvaluatedValue> elements;
        private final Span origin;

        /** A list of these, which are copied. */
        public ListValue(List<? extends EvaluatedValue> elements, Span origin) {
            this.elements = new ArrayList<>(elements);
            this.origin = origin;
        }

        /** The elements; changes are seen by all who hold the list. */
        public List<EvaluatedValue> elements() {
            return elements;
        }

        @Override
        public Span origin() {
            return origin;
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    /**
     * {@code (a, b)}.
     *
     * @param bare true if it was written without parentheses, as a comma at the end of a line does by accident
     */
    record TupleValue(List<EvaluatedValue> elements, boolean bare, Span origin) implements Collection {
        public TupleValue {
            elements = List.copyOf(elements);
        }

        @Override
        public String kind() {
            return "a tuple";
        }
    }

    /** {@code {key: value}}, in order of insertion. Also a codelist with categories. */
    final class DictValue implements Collection {
        private final Map<StaticKey, Entry> entries = new LinkedHashMap<>();
        private final Span origin;

        /** An empty dict. */
        public DictValue(Span origin) {
            this.origin = origin;
        }

        /** A key as it was written, and its value. */
        public record Entry(EvaluatedValue key, EvaluatedValue value) {}

        /** By key; changes are seen by all who hold the dict. */
        public Map<StaticKey, Entry> entries() {
            return entries;
        }

        @Override
        public Span origin() {
            return origin;
        }

        @Override
        public String kind() {
            return "a dict";
        }
    }

    /** {@code {a, b}}, in order of insertion, so that a run can be repeated. */
    final class SetValue implements Collection {
        private final Map<StaticKey, EvaluatedValue> elements = new LinkedHashMap<>();
        private final boolean frozen;
        private final Span origin;

        /** An empty set. */
        public SetValue(boolean frozen, Span origin) {
            this.frozen = frozen;
            this.origin = origin;
        }

        /** By key; changes are seen by all who hold the set. */
        public Map<StaticKey, EvaluatedValue> elements() {
            return elements;
        }

        /** True for a {@code frozenset}. */
        public boolean frozen() {
            return frozen;
        }

        @Override
        public Span origin() {
            return origin;
        }

        @Override
        public String kind() {
            return "a set";
        }
    }
}
