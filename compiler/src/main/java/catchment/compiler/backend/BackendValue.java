package catchment.compiler.backend;

import catchment.compiler.eval.Behaviour;
import catchment.grammar.source.Span;

/** What a backend's own functions give, while its text is read. */
sealed interface BackendValue extends Behaviour {
    /** {@code @backend class …}. */
    record Whole(BackendDefinition definition, Span origin) implements BackendValue {
        @Override
        public String kind() {
            return "a backend";
        }
    }

    /** {@code mapped(…)} or {@code query(…)}. */
    record Mapping(BackendTable table, Span origin) implements BackendValue {
        @Override
        public String kind() {
            return "a table's mapping";
        }
    }

    /** {@code column(…)}. */
    record Column(BackendTable.Column column, Span origin) implements BackendValue {
        @Override
        public String kind() {
            return "a column's mapping";
        }
    }
}
