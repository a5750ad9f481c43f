package catchment.runtime.explain;

import catchment.compiler.definition.DatasetDefinition;
import catchment.compiler.definition.DummyDataSettings;
import catchment.compiler.model.Aggregate;
import catchment.compiler.model.Case;
import catchment.compiler.model.CombineAsSet;
import catchment.compiler.model.Count;
import catchment.compiler.model.CountEpisodes;
import catchment.compiler.model.EventFrame;
import catchment.compiler.model.Exists;
import catchment.compiler.model.Frame;
import catchment.compiler.model.Function;
import catchment.compiler.model.Graph;
import catchment.compiler.model.In;
import catchment.compiler.model.Node;
import catchment.compiler.model.Parameter;
import catchment.compiler.model.PickOneRowPerPatient;
import catchment.compiler.model.SelectColumn;
import catchment.compiler.model.SelectTable;
import catchment.compiler.model.Series;
import catchment.compiler.model.SeriesCollection;
import catchment.compiler.model.Sort;
import catchment.compiler.model.Type;
import catchment.compiler.model.Value;
import catchment.runtime.format.CellText;
import catchment.runtime.reference.ReferenceInterpreter;
import catchment.runtime.tables.ResultTable;
import catchment.runtime.tables.Tables;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The rows of one patient that variables were made of. */
final class UsedRows {
    private static final int MOST_FRAMES = 3;
    private static final int MOST_ROWS = 8;

    private final long patient;
    private final Map<EventFrame, List<List<Object>>> rows = new IdentityHashMap<>();
    private final Map<EventFrame, List<String>> columns = new IdentityHashMap<>();

    UsedRows(DatasetDefinition dataset, Tables tables, long patient) {
        this.patient = patient;
        List<Node> roots = new ArrayList<>(dataset.roots());
        Map<SelectTable, Set<String>> used = new IdentityHashMap<>();
        Set<EventFrame> frames = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Node node : Graph.postOrder(roots)) {
            if (node instanceof SelectColumn column && column.source().table() instanceof SelectTable table) {
                used.computeIfAbsent(table, _ -> new LinkedHashSet<>()).add(column.name());
            }
            if (node instanceof Series series) {
                frame(series).map(UsedRows::unsorted).forEach(frames::add);
            }
        }
        ask(frames, used, tables);
    }

    private void ask(Set<EventFrame> frames, Map<SelectTable, Set<String>> used, Tables tables) {
        Map<String, SeriesCollection> events = new LinkedHashMap<>();
        Map<String, EventFrame> byName = new HashMap<>();
        for (EventFrame frame : frames) {
            List<String> names = frame.table().schema().columns().stream()
                    .map(column -> column.name())
                    .filter(name -> used.getOrDefault(frame.table(), Set.of()).contains(name))
                    .toList();
            if (!names.isEmpty()) {
                Map<String, Series> members = new LinkedHashMap<>();
                names.forEach(name -> members.put(name, new SelectColumn(frame, name)));
                String key = "rows" + events.size();
                events.put(key, new SeriesCollection(members));
                byName.put(key, frame);
                columns.put(frame, names);
            }
        }
        DatasetDefinition asked = new DatasetDefinition(new Value(true, Type.BOOL), Map.of(), events, DummyDataSettings.DATASET_DEFAULT);
        for (ResultTable result : new ReferenceInterpreter(asked).run(tables)) {
            if (byName.containsKey(result.name())) {
                rows.put(byName.get(result.name()), result.rows().stream().filter(row -> row.getFirst().equals(patient)).toList());
            }
        }
    }

    /** The rows that a series per patient was made of, in lines; without those that only decided which rows these are. */
    List<String> below(Series series) {
        Set<EventFrame> frames = Collections.newSetFromMap(new IdentityHashMap<>());
        List<EventFrame> ordered = new ArrayList<>();
        List<Series> open = new ArrayList<>(List.of(series));
        Set<Series> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        while (!open.isEmpty() && ordered.size() < MOST_FRAMES) {
            Series next = open.removeFirst();
            if (seen.add(next)) {
                frame(next).map(UsedRows::unsorted).filter(frame -> !rows.getOrDefault(frame, List.of()).isEmpty() && frames.add(frame)).forEach(ordered::add);
                open.addAll(parts(next));
            }
        }
        return ordered.stream().flatMap(frame -> lines(frame).stream()).toList();
    }

    private static List<Series> parts(Series series) {
        return switch (series) {
            case Function function -> function.arguments();
            case In in -> in.set() instanceof CombineAsSet set ? List.of(in.value(), set) : List.of(in.value());
            case Case _ -> Graph.children(series).stream().map(Series.class::cast).toList();
            case Value _, Parameter _, SelectColumn _, Exists _, Count _, Aggregate _, CountEpisodes _, CombineAsSet _ -> List.of();
        };
    }

    /** The frame that a series per patient is made of at once, if it has rows of many. */
    private static Stream<EventFrame> frame(Series series) {
        if (!series.domain().isPatient()) {
            return Stream.of();
        }
        return switch (series) {
            case SelectColumn column -> events(column.source());
            case Exists exists -> events(exists.source());
            case Count count -> events(count.source());
            case Aggregate aggregate -> aggregate.source().domain().rows().stream();
            case CountEpisodes episodes -> episodes.source().domain().rows().stream();
            case CombineAsSet set -> set.source().domain().rows().stream();
            case Function _, In _, Case _, Value _, Parameter _ -> Stream.of();
        };
    }

    private static Stream<EventFrame> events(Frame frame) {
        return switch (frame) {
            case PickOneRowPerPatient pick -> Stream.of(pick.source());
            case EventFrame events -> Stream.of(events);
            case Frame _ -> Stream.of();
        };
    }

    private static EventFrame unsorted(EventFrame frame) {
        EventFrame at = frame;
        while (at instanceof Sort sort) {
            at = sort.source();
        }
        return at;
    }

    private List<String> lines(EventFrame frame) {
        List<List<Object>> found = rows.get(frame);
        List<List<String>> cells = new ArrayList<>();
        cells.add(columns.get(frame));
        found.stream().limit(MOST_ROWS).forEach(row -> cells.add(row.stream().skip(1).map(value -> value == null ? "" : CellText.write(value)).toList()));
        List<String> lines = new ArrayList<>();
        for (int at = 0; at < cells.size(); at++) {
            StringBuilder line = new StringBuilder(at == 0 ? Clauses.name(frame) + " | " : " ".repeat(Clauses.name(frame).length()) + " | ");
            for (int column = 0; column < cells.get(at).size(); column++) {
                int place = column;
                int width = cells.stream().mapToInt(row -> row.get(place).length()).max().orElse(0);
                line.append(cells.get(at).get(column)).append(" ".repeat(width - cells.get(at).get(column).length() + 2));
            }
            lines.add(line.toString().stripTrailing());
        }
        if (found.size() > MOST_ROWS) {
            lines.add(" ".repeat(Clauses.name(frame).length()) + " | … and " + (found.size() - MOST_ROWS) + " more rows");
        }
        return lines;
    }
}
