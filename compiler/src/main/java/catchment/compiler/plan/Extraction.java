package catchment.compiler.plan;

import catchment.compiler.model.Aggregate;
import catchment.compiler.model.CombineAsSet;
import catchment.compiler.model.Count;
import catchment.compiler.model.CountEpisodes;
import catchment.compiler.model.EventFrame;
import catchment.compiler.model.Exists;
import catchment.compiler.model.Filter;
import catchment.compiler.model.Node;
import catchment.compiler.model.PickOneRowPerPatient;
import catchment.compiler.model.SelectColumn;
import catchment.compiler.model.SelectTable;
import catchment.compiler.model.Series;
import catchment.compiler.model.Sort;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one node of the model wants of an event table: of which rows, and what of them.
 *
 * @param node the pick, aggregation or set
 * @param table the event table
 * @param flag true for the rows; empty for all rows of the table
 * @param values what is aggregated; for a pick the keys of its order, the most important first, ties included
 * @param selected for a pick, the columns wanted of the row; all of them are keys
 * @param counted for a pick, whether it is asked if there is a row
 */
record Extraction(
        Node node, SelectTable table, Optional<Series> flag, List<Series> values, List<SelectColumn> selected, boolean counted) {
    /** The same of rows for which another condition is true. */
    Extraction where(Optional<Series> condition) {
        return new Extraction(node, table, condition, values, selected, counted);
    }

    static Extraction of(Node node, Workshop shop, Ties ties) {
        return switch (node) {
            case Exists exists -> of(node, (EventFrame) exists.source(), List.of(), shop);
            case Count count -> of(node, (EventFrame) count.source(), List.of(), shop);
            case Aggregate aggregate -> of(node, rows(aggregate.source()), List.of(aggregate.source()), shop);
            case CountEpisodes episodes -> of(node, rows(episodes.source()), List.of(episodes.source()), shop);
            case CombineAsSet set -> of(node, rows(set.source()), List.of(set.source()), shop);
            case PickOneRowPerPatient pick -> new Extraction(
                    node, pick.table(), shop.flags.of(pick.source()), keys(pick, ties), ties.of(pick), ties.isCounted(pick));
            default -> throw new IllegalArgumentException("nothing to extract: " + node.getClass());
        };
    }

    private static Extraction of(Node node, EventFrame frame, List<Series> values, Workshop shop) {
        return new Extraction(node, frame.table(), shop.flags.of(frame), values, List.of(), false);
    }

    private static EventFrame rows(Series series) {
        return series.domain().rows().orElseThrow();
    }

    private static List<Series> keys(PickOneRowPerPatient pick, Ties ties) {
        List<Series> keys = new ArrayList<>();
        Set<Object> seen = new HashSet<>();
        EventFrame at = pick.source();
        while (!(at instanceof SelectTable)) {
            switch (at) {
                case SelectTable _ -> {}
                case Filter filter -> at = filter.source();
                case Sort sort -> {
                    if (seen.add(identity(sort.key()))) {
                        keys.add(sort.key());
                    }
                    at = sort.source();
                }
            }
        }
        for (SelectColumn column : ties.of(pick)) {
            if (seen.add(column.name())) {
                keys.add(new SelectColumn(at, column.name()));
            }
        }
        return keys;
    }

    /** Columns of the one table are one key, from whichever of its frames they were selected. */
    static Object identity(Series key) {
        return key instanceof SelectColumn column && column.source() instanceof EventFrame ? column.name() : key;
    }
}
