package catchment.compiler.definition;

import catchment.compiler.model.Frame;
import catchment.compiler.model.Series;
import catchment.grammar.source.Span;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a definition asks to be shown while it is worked on.
 *
 * @param place where it asks
 * @param label what the author calls it
 * @param head how many of the first rows; empty for all
 * @param tail how many of the last rows; empty for none, or with an empty head for all
 * @param content what is shown
 */
public record Shown(Span place, Optional<String> label, Optional<Long> head, Optional<Long> tail, Content content) {
    /** What is shown. */
    public sealed interface Content {}

    /** All columns of a table, of some of its rows or of a row that was picked. */
    public record Rows(Frame frame) implements Content {}

    /** Values side by side; all of one value per patient, or some of one per row of the same rows. */
    public record Values(List<Column> columns) implements Content {
        public Values {
            columns = List.copyOf(columns);
        }
    }

    /**
     * The dataset as it was just then.
     *
     * @param population empty where none was defined so far
     */
    public record Output(Optional<Series> population, Map<String, Series> variables) implements Content {
        public Output {
            variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
        }
    }

    /**
     * One column of values.
     *
     * @param days whether the value is a number of days, of a difference of dates without a unit
     */
    public record Column(Series series, boolean days) {}
}
