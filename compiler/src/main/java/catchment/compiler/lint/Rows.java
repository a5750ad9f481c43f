package catchment.compiler.lint;

import catchment.compiler.model.EventFrame;
import catchment.compiler.model.Filter;
import catchment.compiler.model.Frame;
import catchment.compiler.model.InlinePatientTable;
import catchment.compiler.model.PickOneRowPerPatient;
import catchment.compiler.model.SelectColumn;
import catchment.compiler.model.SelectPatientTable;
import catchment.compiler.model.SelectTable;
import catchment.compiler.model.Series;
import catchment.compiler.model.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What frames are made of, step by step. */
final class Rows {
    /** Nobody writes so many filters one on another; it bounds what a rule may cost. */
    private static final int MOST = 50;

    private Rows() {}

    /** All that rows of the frame must meet: the parts of each filter's condition, the innermost filter's first. */
    static List<Condition> conditions(Frame frame) {
        List<Condition> found = new ArrayList<>();
        for (Series condition : filters(frame).reversed()) {
            found.addAll(Condition.parts(condition));
        }
        return found;
    }

    /** The conditions of the filters, the outermost first. */
    static List<Series> filters(Frame frame) {
        List<Series> found = new ArrayList<>();
        Optional<EventFrame> at = events(frame);
        while (at.isPresent() && found.size() < MOST) {
            if (at.get() instanceof Filter filter) {
                found.add(filter.condition());
            }
            at = below(at.get());
        }
        return found;
    }

    /** The keys of the sorts, the one that counts first first. */
    static List<Series> sortKeys(Frame frame) {
        List<Series> found = new ArrayList<>();
        Optional<EventFrame> at = events(frame);
        while (at.isPresent() && found.size() < MOST) {
            if (at.get() instanceof Sort sort) {
                found.add(sort.key());
            }
            at = below(at.get());
        }
        return found;
    }

    /** The frame itself if it has many rows, what a row is picked from if it was picked. */
    static Optional<EventFrame> events(Frame frame) {
        return switch (frame) {
            case EventFrame events -> Optional.of(events);
            case PickOneRowPerPatient pick -> Optional.of(pick.source());
            case SelectPatientTable _, InlinePatientTable _ -> Optional.empty();
        };
    }

    private static Optional<EventFrame> below(EventFrame frame) {
        return switch (frame) {
            case SelectTable _ -> Optional.empty();
            case Filter filter -> Optional.of(filter.source());
            case Sort sort -> Optional.of(sort.source());
        };
    }

    /** The name of the table at the bottom. */
    static String table(Frame frame) {
        return switch (frame.table()) {
            case SelectTable table -> table.definition().name();
            case SelectPatientTable table -> table.definition().name();
            case InlinePatientTable table -> table.definition().name();
            case Filter _, Sort _, PickOneRowPerPatient _ -> "";
        };
    }

    /**
     * A column of a table's rows, whichever filter it was taken from: conditions on one row meet in it.
     *
     * @param table the table, or the frame of one row
     * @param name the column
     */
    record Column(Frame table, String name) {}

    /** What a series is of a row or a patient: its column for a column of many rows, else itself. Two that are equal have the same value. */
    static Object subject(Series series) {
        return series instanceof SelectColumn column && column.source() instanceof EventFrame frame
                ? new Column(frame.table(), column.name())
                : series;
    }
}
