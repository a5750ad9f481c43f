package catchment.runtime.debug;

import catchment.compiler.definition.DatasetDefinition;
import catchment.compiler.definition.Definition;
import catchment.compiler.definition.DummyDataSettings;
import catchment.compiler.definition.Shown;
import catchment.compiler.model.EventFrame;
import catchment.compiler.model.Exists;
import catchment.compiler.model.Frame;
import catchment.compiler.model.Function;
import catchment.compiler.model.Graph;
import catchment.compiler.model.InlinePatientTable;
import catchment.compiler.model.Node;
import catchment.compiler.model.Operator;
import catchment.compiler.model.PatientFrame;
import catchment.compiler.model.SelectColumn;
import catchment.compiler.model.SelectPatientTable;
import catchment.compiler.model.SelectTable;
import catchment.compiler.model.Series;
import catchment.compiler.model.SeriesCollection;
import catchment.compiler.model.TableSchema;
import catchment.compiler.model.Type;
import catchment.compiler.model.Value;
import catchment.runtime.reference.PickOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A definition together with all that it shows, as one dataset: so that dummy data is made, and files are read, for what is shown as for what is wanted of a run.
 *
 * <p>The parts of the definition's own dataset and of each thing shown are told apart by how their names begin.
 */
public final class ShownData {
    private static final String OWN = "dataset ";
    static final String EXISTS = " exists";
    static final String SORT = " sort ";

    private final List<Shown> shown;
    private final DatasetDefinition asked;
    private final boolean defined;

    private ShownData(List<Shown> shown, DatasetDefinition asked, boolean defined) {
        this.shown = shown;
        this.asked = asked;
        this.defined = defined;
    }

    /** What a definition shows. */
    public static ShownData of(Definition definition) {
        Map<String, Series> variables = new LinkedHashMap<>();
        Map<String, SeriesCollection> events = new LinkedHashMap<>();
        definition.dataset().ifPresent(dataset -> {
            dataset.variables().forEach((name, series) -> variables.put(OWN + name, series));
            dataset.events().forEach((name, table) -> events.put(OWN + name, table));
        });
        for (int i = 0; i < definition.shown().size(); i++) {
            add(prefix(i), definition.shown().get(i).content(), variables, events);
        }
        Series population = definition.dataset().map(DatasetDefinition::population).orElseGet(() -> anybody(definition, variables, events));
        DummyDataSettings settings = definition.dataset().map(DatasetDefinition::dummyData).orElse(DummyDataSettings.DATASET_DEFAULT);
        return new ShownData(definition.shown(), new DatasetDefinition(population, variables, events, settings), definition.dataset().isPresent());
    }

    static String prefix(int number) {
        return "shown " + (number + 1) + ": ";
    }

    private static void add(String prefix, Shown.Content content, Map<String, Series> variables, Map<String, SeriesCollection> events) {
        switch (content) {
            case Shown.Rows(PatientFrame frame) -> {
                variables.put(prefix + EXISTS, new Exists(frame));
                columns(frame).forEach((name, column) -> variables.put(prefix + name, column));
            }
            case Shown.Rows(EventFrame frame) -> {
                Map<String, Series> members = columns(frame);
                List<Series> keys = keys(frame);
                for (int i = 0; i < keys.size(); i++) {
                    members.put(SORT + i, keys.get(i));
                }
                events.put(prefix, new SeriesCollection(members));
            }
            case Shown.Values values -> {
                Map<String, Series> members = new LinkedHashMap<>();
                List<Shown.Column> columns = values.columns();
                for (int i = 0; i < columns.size(); i++) {
                    members.put(columns.size() == 1 ? "value" : "series_" + (i + 1), columns.get(i).series());
                }
                if (members.values().stream().allMatch(series -> series.domain().isPatient())) {
                    members.forEach((name, series) -> variables.put(prefix + name, series));
                } else {
                    events.put(prefix, new SeriesCollection(members));
                }
            }
            case Shown.Output output -> {
                output.population().ifPresent(population -> variables.put(prefix + EXISTS, population));
                output.variables().forEach((name, series) -> variables.put(prefix + name, series));
            }
        }
    }

    /** What the rows are sorted by. A sort may stand below filters: its key is taken of the rows that they leave. */
    private static List<Series> keys(EventFrame frame) {
        List<Series> keys = new ArrayList<>();
        for (Series key : PickOrder.sorts(frame)) {
            if (key instanceof SelectColumn column) {
                keys.add(new SelectColumn(frame, column.name()));
            } else if (key.domain().equals(frame.domain())) {
                keys.add(key);
            }
        }
        return keys;
    }

    private static Map<String, Series> columns(Frame frame) {
        Map<String, Series> columns = new LinkedHashMap<>();
        for (TableSchema.Column column : frame.schema().columns()) {
            columns.put(column.name(), new SelectColumn(frame, column.name()));
        }
        return columns;
    }

    /** Without a dataset: the population of one that is shown, or whoever has a row in any of the tables. */
    private static Series anybody(Definition definition, Map<String, Series> variables, Map<String, SeriesCollection> events) {
        Optional<Series> population = definition.shown().stream()
                .flatMap(one -> one.content() instanceof Shown.Output output ? output.population().stream() : Stream.empty())
                .findFirst();
        if (population.isPresent()) {
            return population.get();
        }
        List<Node> roots = new ArrayList<>(variables.values());
        roots.addAll(events.values());
        return Graph.postOrder(roots).stream()
                .filter(node -> node instanceof SelectTable || node instanceof SelectPatientTable || node instanceof InlinePatientTable)
                .<Series>map(table -> new Exists((Frame) table))
                .reduce((some, other) -> new Function(Operator.OR, List.of(some, other)))
                .orElseGet(() -> new Value(true, Type.BOOL));
    }

    /** All of it as one dataset. */
    public DatasetDefinition asked() {
        return asked;
    }

    List<Shown> shown() {
        return shown;
    }

    /** The definition's own dataset, which decides ties, out of the whole one as it was read. */
    DatasetDefinition own(DatasetDefinition read) {
        Map<String, Series> variables = new LinkedHashMap<>();
        read.variables().forEach((name, series) -> own(name).ifPresent(own -> variables.put(own, series)));
        Map<String, SeriesCollection> events = new LinkedHashMap<>();
        read.events().forEach((name, table) -> own(name).ifPresent(own -> events.put(own, table)));
        return new DatasetDefinition(defined ? read.population() : new Value(true, Type.BOOL), variables, events, read.dummyData());
    }

    private static Optional<String> own(String name) {
        return name.startsWith(OWN) ? Optional.of(name.substring(OWN.length())) : Optional.empty();
    }
}
