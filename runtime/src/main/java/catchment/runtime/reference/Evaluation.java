package catchment.runtime.reference;

import catchment.compiler.meaning.Aggregation;
import catchment.compiler.meaning.Comparison;
import catchment.compiler.meaning.ScalarMeaning;
import catchment.compiler.model.Aggregate;
import catchment.compiler.model.Case;
import catchment.compiler.model.CombineAsSet;
import catchment.compiler.model.Count;
import catchment.compiler.model.CountEpisodes;
import catchment.compiler.model.Exists;
import catchment.compiler.model.Filter;
import catchment.compiler.model.Frame;
import catchment.compiler.model.Function;
import catchment.compiler.model.In;
import catchment.compiler.model.InlinePatientTable;
import catchment.compiler.model.Node;
import catchment.compiler.model.Parameter;
import catchment.compiler.model.PickOneRowPerPatient;
import catchment.compiler.model.SelectColumn;
import catchment.compiler.model.SelectPatientTable;
import catchment.compiler.model.SelectTable;
import catchment.compiler.model.Series;
import catchment.compiler.model.SeriesCollection;
import catchment.compiler.model.Sort;
import catchment.compiler.model.Value;
import catchment.compiler.model.ValueSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * The values of all nodes for one batch of patients.
 *
 * <p>An event frame is the numbers of its rows; an event series is kept by the row's number in its table, so series of a frame and of the frames that it was filtered
 * from fit together as they are. Sorting is left to the picks, which alone can see it.
 */
final class Evaluation {
    private final Batch batch;
    private final Map<PickOneRowPerPatient, List<Series>> orders;
    private final Map<String, Object> parameters;

    /** The rows of an event frame, ascending. */
    private final Map<Frame, int[]> eventRows = new IdentityHashMap<>();

    /** The row of each patient in a frame that has at most one; -1 where none. */
    private final Map<Frame, int[]> patientRows = new IdentityHashMap<>();

    private final Map<Node, Object[]> values = new IdentityHashMap<>();
    private final Map<ValueSet, Set<Object>> sets = new IdentityHashMap<>();

    /**
     * @param orders the keys that each pick goes by, the first deciding, see {@link PickOrder}
     * @param parameters what a run gives, by name
     */
    Evaluation(Batch batch, Map<PickOneRowPerPatient, List<Series>> orders, Map<String, Object> parameters) {
        this.batch = batch;
        this.orders = orders;
        this.parameters = parameters;
    }

    /** What has been worked out so far, with other things that a run gives. */
    Evaluation with(Map<String, Object> given) {
        Evaluation evaluation = new Evaluation(batch, orders, given);
        evaluation.eventRows.putAll(eventRows);
        evaluation.patientRows.putAll(patientRows);
        evaluation.values.putAll(values);
        evaluation.sets.putAll(sets);
        return evaluation;
    }

    /** Works out these nodes, children before parents. */
    Evaluation evaluate(List<Node> nodes) {
        for (Node node : nodes) {
            switch (node) {
                case Frame frame -> frame(frame);
                case ValueSet set -> sets.put(set, Aggregation.set(List.copyOf(set.values())));
                case Series series -> values.put(series, series(series));
                case SeriesCollection _ -> {}
            }
        }
        return this;
    }

    /** The value of a series for a patient; of an event series, for a row of its table. */
    Object value(Series series, int patient, int row) {
        return values.get(series)[place(series, patient, row)];
    }

    /** The rows of an event frame, ascending, so rows of one patient stand together. */
    int[] rows(Frame frame) {
        return eventRows.get(frame);
    }

    /** Whose row it is. */
    int patient(Frame frame, int row) {
        return batch.rows(frame.table()).patients()[row];
    }

    private static int place(Series series, int patient, int row) {
        if (series instanceof Value || series instanceof Parameter) {
            return 0;
        }
        return series.domain().isPatient() ? patient : row;
    }

    private void frame(Frame frame) {
        switch (frame) {
            case SelectTable table -> eventRows.put(table, all(batch.rows(table).size()));
            case SelectPatientTable table -> patientRows.put(table, onlyRows(table));
            case InlinePatientTable table -> patientRows.put(table, onlyRows(table));
            case Filter filter -> eventRows.put(filter, Arrays.stream(eventRows.get(filter.source()))
                    .filter(row -> Boolean.TRUE.equals(value(filter.condition(), patient(filter, row), row)))
                    .toArray());
            case Sort sort -> eventRows.put(sort, eventRows.get(sort.source()));
            case PickOneRowPerPatient pick -> patientRows.put(pick, pick(pick));
        }
    }

    private static int[] all(int size) {
        int[] numbers = new int[size];
        Arrays.setAll(numbers, i -> i);
        return numbers;
    }

    private int[] onlyRows(Frame table) {
        int[] found = new int[batch.patientCount()];
        Arrays.fill(found, -1);
        for (int row = 0; row < batch.rows(table).size(); row++) {
            found[patient(table, row)] = row;
        }
        return found;
    }

    private int[] pick(PickOneRowPerPatient pick) {
        int[] found = new int[batch.patientCount()];
        Arrays.fill(found, -1);
        int wanted = pick.position() == PickOneRowPerPatient.Position.FIRST ? -1 : 1;
        for (int row : eventRows.get(pick.source())) {
            int patient = patient(pick, row);
            if (found[patient] < 0 || Integer.signum(compare(orders.get(pick), patient, row, found[patient])) == wanted) {
                found[patient] = row;
            }
        }
        return found;
    }

    private int compare(List<Series> keys, int patient, int left, int right) {
        for (Series key : keys) {
            int order = Comparison.NULLS_FIRST.compare(value(key, patient, left), value(key, patient, right));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private Object[] series(Series series) {
        return switch (series) {
            case Value value -> new Object[] {value.value()};
            case Parameter parameter -> new Object[] {parameters.get(parameter.name())};
            case SelectColumn column -> column(column);
            case Function function -> each(function, (patient, row) -> {
                List<Object> operands = new ArrayList<>(function.arguments().size());
                function.arguments().forEach(argument -> operands.add(value(argument, patient, row)));
                return ScalarMeaning.apply(function.operator(), operands);
            });
            case In in -> each(in, (patient, row) -> Comparison.isIn(value(in.value(), patient, row), members(in.set(), patient)));
            case Case branches -> each(branches, (patient, row) -> {
                for (Case.Branch branch : branches.branches()) {
                    if (Boolean.TRUE.equals(value(branch.condition(), patient, row))) {
                        return branch.value().map(value -> value(value, patient, row)).orElse(null);
                    }
                }
                return branches.otherwise().map(value -> value(value, patient, row)).orElse(null);
            });
            case Exists exists -> {
                int[] counts = rowCounts(exists.source());
                yield patients(patient -> counts[patient] > 0);
            }
            case Count count -> {
                int[] counts = rowCounts(count.source());
                yield patients(patient -> (long) counts[patient]);
            }
            case Aggregate aggregate -> {
                List<List<Object>> of = byPatient(aggregate.source());
                yield patients(patient -> Aggregation.apply(aggregate.kind(), of.get(patient)));
            }
            case CountEpisodes episodes -> {
                List<List<Object>> of = byPatient(episodes.source());
                yield patients(patient -> Aggregation.episodes(of.get(patient), episodes.maximumGapDays()));
            }
            case CombineAsSet set -> {
                List<List<Object>> of = byPatient(set.source());
                yield patients(patient -> Aggregation.set(of.get(patient)));
            }
        };
    }

    @SuppressWarnings("unchecked") // a CombineAsSet has sets for values
    private Set<Object> members(Node set, int patient) {
        return switch (set) {
            case ValueSet fixed -> sets.get(fixed);
            case CombineAsSet own -> (Set<Object>) values.get(own)[patient];
            case Frame _, SeriesCollection _, Series _ -> throw new IllegalArgumentException("no set");
        };
    }

    private Object[] column(SelectColumn column) {
        Batch.Rows rows = batch.rows(column.source().table());
        OptionalInt index = rows.table().index(column.name());
        return each(column, (patient, row) -> {
            int at = column.domain().isPatient() ? patientRows.get(column.source())[patient] : row;
            return at < 0 || index.isEmpty() ? null : rows.value(at, index.getAsInt());
        });
    }

    private interface PerRow {
        Object value(int patient, int row);
    }

    /** A value for each patient, or for each row of the series' frame. */
    private Object[] each(Series series, PerRow meaning) {
        if (series.domain().isPatient()) {
            return patients(patient -> meaning.value(patient, -1));
        }
        Frame frame = series.domain().rows().orElseThrow();
        Object[] result = new Object[batch.rows(frame.table()).size()];
        for (int row : eventRows.get(frame)) {
            result[row] = meaning.value(patient(frame, row), row);
        }
        return result;
    }

    private Object[] patients(IntFunction<Object> meaning) {
        Object[] result = new Object[batch.patientCount()];
        Arrays.setAll(result, meaning);
        return result;
    }

    private int[] rowCounts(Frame frame) {
        int[] counts = new int[batch.patientCount()];
        if (eventRows.containsKey(frame)) {
            for (int row : eventRows.get(frame)) {
                counts[patient(frame, row)]++;
            }
        } else {
            Arrays.setAll(counts, patient -> patientRows.get(frame)[patient] < 0 ? 0 : 1);
        }
        return counts;
    }

    /** The values of an event series, for each patient. */
    private List<List<Object>> byPatient(Series series) {
        List<List<Object>> lists = new ArrayList<>();
        for (int patient = 0; patient < batch.patientCount(); patient++) {
            lists.add(new ArrayList<>());
        }
        Frame frame = series.domain().rows().orElseThrow();
        for (int row : eventRows.get(frame)) {
            lists.get(patient(frame, row)).add(value(series, patient(frame, row), row));
        }
        return lists;
    }
}
