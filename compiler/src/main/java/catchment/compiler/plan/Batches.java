package catchment.compiler.plan;

import catchment.compiler.definition.MeasuresDefinition;
import catchment.compiler.definition.MeasuresDefinition.Interval;
import catchment.compiler.definition.MeasuresDefinition.Measure;
import catchment.compiler.model.Chains;
import catchment.compiler.model.EventFrame;
import catchment.compiler.model.Filter;
import catchment.compiler.model.Function;
import catchment.compiler.model.Graph;
import catchment.compiler.model.Node;
import catchment.compiler.model.Nodes;
import catchment.compiler.model.Operator;
import catchment.compiler.model.Parameter;
import catchment.compiler.model.PickOneRowPerPatient;
import catchment.compiler.model.Replacement;
import catchment.compiler.model.SelectColumn;
import catchment.compiler.model.Series;
import catchment.compiler.model.Type;
import catchment.compiler.model.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;

/**
 * The measures of a definition in batches: those with one denominator and one list of intervals. Nodes that mean one thing in all batches stay one node, so that
 * their work is shared; nodes that do not become several:
 *
 * <ul>
 *   <li>the start and the end of the interval are other parameters for each list of intervals;
 *   <li>a pick from which batches select different columns, which decide between equal rows, is another pick for each set of columns.
 * </ul>
 */
final class Batches {
    /** The parameters by which a definition names an interval's first and last day. */
    private static final String START = "interval_start_date";

    private static final String END = "interval_end_date";

    /**
     * A batch.
     *
     * @param denominator true or false: whether the patient counts
     * @param weight what the patient counts for in the denominator: a whole number, or true or false
     */
    record Batch(List<Interval> intervals, Series denominator, Series weight, List<Member> members) {
        List<Series> series() {
            Set<Series> series = new LinkedHashSet<>(List.of(denominator, weight));
            members.forEach(member -> series.add(member.numerator()));
            members.forEach(member -> series.addAll(member.groups().values()));
            return List.copyOf(series);
        }
    }

    /** A measure of a batch. */
    record Member(Measure measure, Series numerator, Map<String, Series> groups) {}

    private final List<Batch> batches = new ArrayList<>();
    private final Map<List<Interval>, Calendar.Bounds> calendars = new LinkedHashMap<>();
    private final Nodes made = new Nodes();

    Batches(MeasuresDefinition definition) {
        // nodes of the definition that stay as they are must be found when they are made again
        Graph.postOrder(roots(definition.measures())).forEach(made::intern);
        Map<List<Object>, List<Measure>> grouped = new LinkedHashMap<>();
        for (Measure measure : definition.measures()) {
            grouped.computeIfAbsent(List.of(measure.denominator(), measure.intervals()), _ -> new ArrayList<>()).add(measure);
            calendars.computeIfAbsent(measure.intervals(), _ -> bounds(calendars.size()));
        }
        List<Map<PickOneRowPerPatient, Integer>> scopes = scopes(grouped.values());
        boolean alike = calendars.size() == 1 && scopes.stream().allMatch(scope -> scope.values().stream().allMatch(number -> number == 0));
        int i = 0;
        for (List<Measure> measures : grouped.values()) {
            Map<PickOneRowPerPatient, Integer> scope = scopes.get(i++);
            Calendar.Bounds bounds = calendars.get(measures.getFirst().intervals());
            BinaryOperator<Node> change = (original, rebuilt) -> switch (original) {
                case Parameter parameter when parameter.name().equals(START) -> bounds.start();
                case Parameter parameter when parameter.name().equals(END) -> bounds.end();
                case PickOneRowPerPatient pick -> apart((PickOneRowPerPatient) rebuilt, scope.get(pick));
                default -> rebuilt;
            };
            batches.add(batch(measures, alike ? Map.of() : Replacement.of(roots(measures), change, made)));
        }
    }

    /** In order of first appearance. */
    List<Batch> all() {
        return batches;
    }

    /** The lists of intervals, and what stands for their starts and ends. */
    Map<List<Interval>, Calendar.Bounds> calendars() {
        return calendars;
    }

    /** True where any of the denominators is; what all of them ask for stands apart. */
    Series either(Collection<Batch> some) {
        List<Set<Series>> conditions = some.stream()
                .map(Batch::denominator)
                .distinct()
                .map(denominator -> (Set<Series>) new LinkedHashSet<>(Chains.conjuncts(denominator)))
                .toList();
        Set<Series> common = new LinkedHashSet<>(conditions.getFirst());
        conditions.forEach(common::retainAll);
        conditions.forEach(condition -> condition.removeAll(common));
        List<Series> all = new ArrayList<>(common);
        if (conditions.stream().noneMatch(Set::isEmpty)) {
            all.add(reduced(Operator.OR, conditions.stream().map(condition -> reduced(Operator.AND, condition)).toList()));
        }
        return reduced(Operator.AND, all);
    }

    private Series reduced(Operator operator, Collection<Series> series) {
        return series.stream()
                .reduce((one, other) -> made.intern(new Function(operator, List.of(one, other))))
                .orElseThrow();
    }

    private Batch batch(List<Measure> measures, Map<Node, Node> became) {
        Series weight = now(measures.getFirst().denominator(), became);
        Series none = made.intern(new Value(0L, Type.INT));
        Series denominator = weight.type() == Type.BOOL ? weight : made.intern(new Function(Operator.GT, List.of(weight, none)));
        List<Member> members = new ArrayList<>();
        for (Measure measure : measures) {
            Map<String, Series> groups = new LinkedHashMap<>();
            measure.groupBy().forEach((name, series) -> groups.put(name, now(series, became)));
            members.add(new Member(measure, now(measure.numerator(), became), groups));
        }
        return new Batch(measures.getFirst().intervals(), denominator, weight, members);
    }

    private static Series now(Series series, Map<Node, Node> became) {
        return (Series) became.getOrDefault(series, series);
    }

    private Calendar.Bounds bounds(int number) {
        String suffix = number == 0 ? "" : "_" + (number + 1);
        return new Calendar.Bounds(
                made.intern(new Parameter(START + suffix, Type.DATE)), made.intern(new Parameter(END + suffix, Type.DATE)));
    }

    private static Collection<Node> roots(List<Measure> measures) {
        List<Node> roots = new ArrayList<>();
        for (Measure measure : measures) {
            roots.add(measure.denominator());
            roots.add(measure.numerator());
            roots.addAll(measure.groupBy().values());
        }
        return roots;
    }

    /** For each batch, the number that each of its picks has among those that differ in what is selected from them. */
    private static List<Map<PickOneRowPerPatient, Integer>> scopes(Collection<List<Measure>> batches) {
        Map<PickOneRowPerPatient, List<List<String>>> selections = new IdentityHashMap<>();
        List<Map<PickOneRowPerPatient, Integer>> scopes = new ArrayList<>();
        for (List<Measure> measures : batches) {
            List<Node> nodes = Graph.postOrder(roots(measures));
            Ties ties = new Ties(nodes);
            Map<PickOneRowPerPatient, Integer> scope = new IdentityHashMap<>();
            for (Node node : nodes) {
                if (node instanceof PickOneRowPerPatient pick) {
                    List<String> selected = ties.of(pick).stream().map(SelectColumn::name).toList();
                    List<List<String>> known = selections.computeIfAbsent(pick, _ -> new ArrayList<>());
                    if (!known.contains(selected)) {
                        known.add(selected);
                    }
                    scope.put(pick, known.indexOf(selected));
                }
            }
            scopes.add(scope);
        }
        return scopes;
    }

    /** The same pick as another node: of a frame from which filters have taken nothing. */
    private PickOneRowPerPatient apart(PickOneRowPerPatient pick, int number) {
        EventFrame frame = pick.source();
        for (int i = 0; i < number; i++) {
            frame = made.intern(new Filter(frame, made.intern(new Value(true, Type.BOOL))));
        }
        return frame == pick.source() ? pick : new PickOneRowPerPatient(frame, pick.position());
    }
}
