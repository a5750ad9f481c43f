package catchment.runtime.debug;

import catchment.compiler.definition.DatasetDefinition;
import catchment.compiler.definition.Shown;
import catchment.compiler.meaning.Comparison;
import catchment.compiler.model.Series;
import catchment.compiler.model.SeriesCollection;
import catchment.runtime.format.CellText;
import catchment.runtime.reference.ReferenceInterpreter;
import catchment.runtime.reference.ReferenceInterpreter.EventRow;
import catchment.runtime.reference.ReferenceInterpreter.PatientValues;
import catchment.runtime.tables.Tables;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Works out what is shown, on tables in memory. */
public final class ShownTables {
    private final ShownData data;
    private final DatasetDefinition read;
    private final Tables tables;
    private final ReferenceInterpreter interpreter;

    private ShownTables(ShownData data, DatasetDefinition read, Tables tables) {
        this.data = data;
        this.read = read;
        this.tables = tables;
        this.interpreter = new ReferenceInterpreter(data.own(read));
    }

    /**
     * The tables, in the order in which the definition asks for them.
     *
     * @param data what is asked for
     * @param read {@link ShownData#asked}, with the rows of inline tables that are read from files
     * @param tables the records
     */
    public static List<ShownTable> of(ShownData data, DatasetDefinition read, Tables tables) {
        ShownTables working = new ShownTables(data, read, tables);
        List<ShownTable> made = new ArrayList<>();
        for (int i = 0; i < data.shown().size(); i++) {
            made.add(working.table(data.shown().get(i), ShownData.prefix(i)));
        }
        return made;
    }

    private ShownTable table(Shown asked, String prefix) {
        List<Boolean> days = asked.content() instanceof Shown.Values values ? values.columns().stream().map(Shown.Column::days).toList() : List.of();
        return Optional.ofNullable(read.events().get(prefix)).map(rows -> events(asked, rows, days)).orElseGet(() -> patients(asked, prefix, days));
    }

    private ShownTable patients(Shown asked, String prefix, List<Boolean> days) {
        List<String> names = new ArrayList<>();
        List<Series> series = new ArrayList<>();
        read.variables().forEach((name, one) -> {
            if (name.startsWith(prefix) && !name.equals(prefix + ShownData.EXISTS)) {
                names.add(name.substring(prefix.length()));
                series.add(one);
            }
        });
        Optional<Series> exists = Optional.ofNullable(read.variables().get(prefix + ShownData.EXISTS));
        List<Series> all = new ArrayList<>(series);
        exists.ifPresent(all::add);
        PatientValues values = interpreter.values(tables, all);
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < values.patients().size(); i++) {
            List<Object> row = values.values().get(i);
            if (exists.isEmpty() || Boolean.TRUE.equals(row.getLast())) {
                List<String> cells = cells(row.subList(0, series.size()), days);
                cells.addFirst(Long.toString(values.patients().get(i)));
                rows.add(cells);
            }
        }
        names.addFirst("patient_id");
        return new ShownTable(asked, names, rows);
    }

    private ShownTable events(Shown asked, SeriesCollection collection, List<Boolean> days) {
        List<String> names = collection.members().keySet().stream().filter(name -> !name.startsWith(ShownData.SORT)).toList();
        List<EventRow> found = new ArrayList<>(interpreter.rows(tables, collection));
        found.sort(Comparator.comparingLong(EventRow::patient).thenComparing(EventRow::values, (left, right) -> sorted(left, right, names.size())));
        List<List<String>> rows = new ArrayList<>();
        for (EventRow row : found) {
            List<String> cells = cells(row.values().subList(0, names.size()), days);
            cells.addFirst(Integer.toString(row.number()));
            cells.addFirst(Long.toString(row.patient()));
            rows.add(cells);
        }
        List<String> columns = new ArrayList<>(List.of("patient_id", "row_id"));
        columns.addAll(names);
        return new ShownTable(asked, columns, rows);
    }

    /** By the sorts of the frame alone; where they leave rows equal, these stay as they come. */
    private static int sorted(List<Object> left, List<Object> right, int keys) {
        for (int i = keys; i < left.size(); i++) {
            int order = Comparison.NULLS_FIRST.compare(left.get(i), right.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static List<String> cells(List<Object> values, List<Boolean> days) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            String text = switch (values.get(i)) {
                case null -> "";
                case Boolean truth -> truth ? "True" : "False";
                case Object value -> CellText.write(value);
            };
            cells.add(!text.isEmpty() && i < days.size() && days.get(i) ? text + " days" : text);
        }
        return cells;
    }
}
