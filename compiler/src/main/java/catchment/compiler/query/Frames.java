package catchment.compiler.query;

import catchment.compiler.eval.Context;
import catchment.compiler.eval.EvaluatedValue;
import catchment.compiler.model.Frame;
import catchment.compiler.model.InlinePatientTable;
import catchment.compiler.model.PickOneRowPerPatient;
import catchment.compiler.model.Filter;
import catchment.compiler.model.SelectPatientTable;
import catchment.compiler.model.SelectTable;
import catchment.compiler.model.Sort;
import catchment.compiler.model.TableDefinition;
import catchment.compiler.model.TableSchema;
import catchment.compiler.model.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks into frames. */
final class Frames {
    private Frames() {}

    /** The declaration of the table at the bottom. */
    static TableDefinition definition(Frame frame) {
        return switch (frame) {
            case SelectTable table -> table.definition();
            case SelectPatientTable table -> table.definition();
            case InlinePatientTable table -> table.definition();
            case Filter filter -> filter.table().definition();
            case Sort sort -> sort.table().definition();
            case PickOneRowPerPatient pick -> pick.table().definition();
        };
    }

    /** The name of the table at the bottom, as a researcher writes it. */
    static String name(Frame frame) {
        return definition(frame).className();
    }

    /** The columns of a type. */
    static List<String> columns(Frame frame, Type type) {
        return frame.schema().columns().stream()
                .filter(column -> column.type() == type)
                .map(TableSchema.Column::name)
                .toList();
    }

    /** The column that a table is most likely sorted by: {@code date}, else its first date. */
    static Optional<String> dateColumn(Frame frame) {
        List<String> dates = columns(frame, Type.DATE);
        return dates.contains("date") ? Optional.of("date") : dates.stream().findFirst();
    }

    /** A name that stands for the table of the frame where evaluation stands. */
    static Optional<String> written(Frame frame, Context context) {
        Optional<String> exact = context.visibleNames().entrySet().stream()
                .filter(name -> isTable(name.getValue(), frame))
                .map(Map.Entry::getKey)
                .findFirst();
        return exact;
    }

    private static boolean isTable(EvaluatedValue value, Frame frame) {
        return value instanceof FrameValue found && found.node() == frame.table();
    }
}
