package catchment.runtime.attrition;

import catchment.compiler.definition.ColumnSpecification;
import catchment.compiler.definition.DatasetDefinition;
import catchment.compiler.definition.DummyDataSettings;
import catchment.compiler.definition.MeasuresDefinition;
import catchment.compiler.definition.MeasuresDefinition.Interval;
import catchment.compiler.definition.MeasuresDefinition.Measure;
import catchment.compiler.definition.Spans;
import catchment.compiler.model.Chains;
import catchment.compiler.model.Function;
import catchment.compiler.model.Graph;
import catchment.compiler.model.Node;
import catchment.compiler.model.Operator;
import catchment.compiler.model.PickOneRowPerPatient;
import catchment.compiler.model.SelectColumn;
import catchment.compiler.model.Series;
import catchment.compiler.model.Type;
import catchment.compiler.model.Value;
import catchment.grammar.source.SourceText;
import catchment.grammar.source.Span;
import catchment.runtime.explain.Clauses;
import catchment.runtime.measures.DisclosureControl;
import catchment.runtime.tables.ResultTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The conditions of a population, one after the other in the order in which they are written, and how many patients remain after each.
 *
 * <p>Conditions are what {@code &} joins, whatever names it was joined under. They are counted as measures of one denominator, everybody, so that every table is read
 * once for all of them.
 */
public final class Attrition {
    /** The name of the output table. */
    public static final String TABLE = "attrition";

    private static final String EVERYBODY = "all patients";
    private static final List<Interval> ANY_DAY = List.of(new Interval(LocalDate.of(2000, 1, 1), LocalDate.of(2000, 1, 1)));
    private static final Series EVERYONE = new Value(true, Type.BOOL);

    private final DatasetDefinition dataset;
    private final List<Series> conditions;

    /**
     * @param dataset the definition; the rows of its inline tables must be known
     */
    public Attrition(DatasetDefinition dataset) {
        this.dataset = dataset;
        this.conditions = Chains.operands(dataset.population(), Operator.AND);
    }

    /** The columns of the output: {@code step} (0 for all patients), {@code condition} as it is written, {@code place}, {@code remaining}, {@code excluded} by this step. */
    public static List<ColumnSpecification> columns() {
        return List.of(
                column("step", Type.INT), column("condition", Type.STR), column("place", Type.STR), column("remaining", Type.INT), column("excluded", Type.INT));
    }

    private static ColumnSpecification column(String name, Type type) {
        return new ColumnSpecification(name, type, true, Optional.empty(), Optional.empty());
    }

    /** What counts the patients: for each condition the number of those who meet it and all before it, of everybody with a row in a table that a condition asks. */
    public MeasuresDefinition measures() {
        List<Measure> measures = new ArrayList<>();
        Series met = conditions.getFirst();
        for (int step = 1; step <= conditions.size(); step++) {
            met = step == 1 ? met : new Function(Operator.AND, List.of(met, conditions.get(step - 1)));
            measures.add(measure("step_" + step, met));
        }
        tieColumns().forEach(column -> measures.add(measure("tie_" + measures.size(), new Function(Operator.IS_NULL, List.of(column)))));
        return new MeasuresDefinition(measures, DummyDataSettings.MEASURES_DEFAULT, false);
    }

    private static Measure measure(String name, Series numerator) {
        return new Measure(name, numerator, EVERYONE, Map.of(), ANY_DAY);
    }

    /** What the variables select from rows that conditions pick too: in the dataset it helps to decide between rows that are sorted alike, so here it has to as well. */
    private List<SelectColumn> tieColumns() {
        Set<Node> asked = Collections.newSetFromMap(new IdentityHashMap<>());
        asked.addAll(Graph.postOrder(dataset.population()));
        List<SelectColumn> found = new ArrayList<>();
        for (Node node : Graph.postOrder(dataset.roots())) {
            if (node instanceof SelectColumn column && column.source() instanceof PickOneRowPerPatient pick && asked.contains(pick) && !asked.contains(column)) {
                found.add(column);
            }
        }
        return found;
    }

    /**
     * The table: a row for all patients, and one for each condition.
     *
     * @param numbers the rows of a measure, by its name, as they are computed: the interval, the numerator, the denominator
     * @param shown whether small numbers are hidden and the others rounded
     * @param sources the texts that spans point into
     */
    public ResultTable table(java.util.function.Function<String, List<List<Object>>> numbers, boolean shown, Spans spans, Map<String, SourceText> sources) {
        Clauses clauses = new Clauses(spans, sources);
        List<List<Object>> rows = new ArrayList<>();
        long before = shown(number(numbers.apply("step_1"), 2), shown);
        rows.add(Arrays.asList(0L, EVERYBODY, null, before, null));
        for (int step = 1; step <= conditions.size(); step++) {
            Series condition = conditions.get(step - 1);
            long remaining = shown(number(numbers.apply("step_" + step), 1), shown);
            String place = spans.of(condition).filter(Span::hasFile).map(span -> span.file() + ":" + span.start().line()).orElse(null);
            rows.add(Arrays.asList((long) step, clauses.whole(condition), place, remaining, before - remaining));
            before = remaining;
        }
        return new ResultTable(TABLE, columns(), rows);
    }

    /** There is one interval and no group: one row, or none where there is nobody. */
    private static long number(List<List<Object>> rows, int column) {
        return rows.isEmpty() ? 0 : (Long) rows.getFirst().get(column);
    }

    private static long shown(long number, boolean shown) {
        return shown ? DisclosureControl.shown(number) : number;
    }
}
