package catchment.dialects.write;

import catchment.compiler.definition.DatasetDefinition;
import catchment.compiler.definition.DummyDataSettings;
import catchment.compiler.definition.MeasuresDefinition;
import catchment.compiler.definition.MeasuresDefinition.Interval;
import catchment.compiler.definition.MeasuresDefinition.Measure;
import catchment.compiler.definition.Spans;
import catchment.compiler.model.Aggregate;
import catchment.compiler.model.Case;
import catchment.compiler.model.EventFrame;
import catchment.compiler.model.Exists;
import catchment.compiler.model.Filter;
import catchment.compiler.model.Frame;
import catchment.compiler.model.Function;
import catchment.compiler.model.In;
import catchment.compiler.model.Node;
import catchment.compiler.model.Nodes;
import catchment.compiler.model.Operator;
import catchment.compiler.model.Parameter;
import catchment.compiler.model.PickOneRowPerPatient;
import catchment.compiler.model.SelectColumn;
import catchment.compiler.model.SelectPatientTable;
import catchment.compiler.model.SelectTable;
import catchment.compiler.model.Series;
import catchment.compiler.model.SeriesCollection;
import catchment.compiler.model.Sort;
import catchment.compiler.model.TableDefinition;
import catchment.compiler.model.TableSchema;
import catchment.compiler.model.Type;
import catchment.compiler.model.Value;
import catchment.compiler.model.ValueSet;
import catchment.grammar.source.Position;
import catchment.grammar.source.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Builds definitions without the language. The tables are {@code patients} and {@code events}. */
final class Study {
    private final Nodes nodes = new Nodes();
    private final Spans spans = new Spans();
    private final Map<String, Series> variables = new LinkedHashMap<>();
    private final Map<String, SeriesCollection> tables = new LinkedHashMap<>();
    private final List<Measure> measures = new ArrayList<>();
    private int line = 3;

    final SelectPatientTable patients = node(new SelectPatientTable(table(
            "patients", Map.of("date_of_birth", Type.DATE, "sex", Type.STR, "score", Type.INT, "weight", Type.FLOAT, "smoker", Type.BOOL))));
    final SelectTable events = node(new SelectTable(table(
            "events",
            Map.of("date", Type.DATE, "code", Type.SNOMEDCT_CODE, "value", Type.FLOAT, "number", Type.INT, "flag", Type.BOOL, "text", Type.STR))));

    static TableDefinition table(String name, Map<String, Type> columns) {
        List<TableSchema.Column> schema = columns.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new TableSchema.Column(entry.getKey(), entry.getValue(), List.of(), List.of()))
                .toList();
        return new TableDefinition("study", name, name, new TableSchema(schema), Optional.empty(), new TableDefinition.Activation.None());
    }

    <N extends Node> N node(N node) {
        return nodes.intern(node);
    }

    Series column(Frame frame, String name) {
        return node(new SelectColumn(frame, name));
    }

    Series value(Object value) {
        Type type = switch (value) {
            case Boolean _ -> Type.BOOL;
            case Long _ -> Type.INT;
            case Double _ -> Type.FLOAT;
            case LocalDate _ -> Type.DATE;
            default -> Type.STR;
        };
        return node(new Value(value, type));
    }

    Series call(Operator operator, Series... operands) {
        return node(new Function(operator, List.of(operands)));
    }

    EventFrame where(EventFrame frame, Series condition) {
        return node(new Filter(frame, condition));
    }

    PickOneRowPerPatient first(EventFrame frame, String... keys) {
        return pick(frame, PickOneRowPerPatient.Position.FIRST, keys);
    }

    PickOneRowPerPatient last(EventFrame frame, String... keys) {
        return pick(frame, PickOneRowPerPatient.Position.LAST, keys);
    }

    private PickOneRowPerPatient pick(EventFrame frame, PickOneRowPerPatient.Position position, String... keys) {
        EventFrame sorted = frame;
        for (String key : Arrays.asList(keys).reversed()) {
            sorted = node(new Sort(sorted, column(frame, key)));
        }
        return node(new PickOneRowPerPatient(sorted, position));
    }

    Series in(Series series, Object... values) {
        return node(new In(series, node(new ValueSet(new LinkedHashSet<>(Arrays.asList(values)), series.type()))));
    }

    Series aggregate(Aggregate.Kind kind, Series series) {
        return node(new Aggregate(kind, series));
    }

    Series exists(Frame frame) {
        return node(new Exists(frame));
    }

    Series when(Series condition, Series then, Series otherwise) {
        return node(new Case(List.of(new Case.Branch(condition, Optional.of(then))), Optional.of(otherwise)));
    }

    Study variable(String name, Series series) {
        spans.add(series, new Span("study.ehrql", new Position(line, 1), new Position(line, 20)));
        line++;
        variables.put(name, series);
        return this;
    }

    Study output(String name, Map<String, Series> members) {
        tables.put(name, node(new SeriesCollection(members)));
        return this;
    }

    DatasetDefinition of(Series population) {
        spans.add(population, new Span("study.ehrql", new Position(2, 1), new Position(2, 20)));
        return new DatasetDefinition(population, variables, tables, DummyDataSettings.DATASET_DEFAULT);
    }

    /** Adds a measure. */
    Study measure(String name, Series numerator, Series denominator, Map<String, Series> groups, List<Interval> intervals) {
        List<Series> written = new ArrayList<>(List.of(numerator, denominator));
        written.addAll(groups.values());
        for (Series series : written) {
            spans.add(series, new Span("study.ehrql", new Position(line, 1), new Position(line, 20)));
            line++;
        }
        measures.add(new Measure(name, numerator, denominator, groups, intervals));
        return this;
    }

    MeasuresDefinition measures() {
        return new MeasuresDefinition(measures, DummyDataSettings.MEASURES_DEFAULT, true);
    }

    Series intervalStart() {
        return node(new Parameter("interval_start_date", Type.DATE));
    }

    Series intervalEnd() {
        return node(new Parameter("interval_end_date", Type.DATE));
    }

    /** So many months of 2020. */
    static List<Interval> months(int count) {
        LocalDate first = LocalDate.of(2020, 1, 1);
        return IntStream.range(0, count)
                .mapToObj(month -> new Interval(first.plusMonths(month), first.plusMonths(month + 1).minusDays(1)))
                .toList();
    }

    /** Those with a date in the interval. */
    EventFrame during(EventFrame frame) {
        Series date = column(frame, "date");
        return where(frame, call(Operator.AND, call(Operator.GE, date, intervalStart()), call(Operator.LE, date, intervalEnd())));
    }

    Spans spans() {
        return spans;
    }
}
