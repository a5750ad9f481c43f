package catchment.runtime.dummy;

import catchment.compiler.meaning.Aggregation;
import catchment.compiler.meaning.Comparison;
import catchment.compiler.meaning.ScalarMeaning;
import catchment.compiler.model.Aggregate;
import catchment.compiler.model.Case;
import catchment.compiler.model.CombineAsSet;
import catchment.compiler.model.Count;
import catchment.compiler.model.CountEpisodes;
import catchment.compiler.model.EventFrame;
import catchment.compiler.model.Exists;
import catchment.compiler.model.Filter;
import catchment.compiler.model.Frame;
import catchment.compiler.model.Function;
import catchment.compiler.model.In;
import catchment.compiler.model.InlinePatientTable;
import catchment.compiler.model.Node;
import catchment.compiler.model.Operator;
import catchment.compiler.model.Parameter;
import catchment.compiler.model.PickOneRowPerPatient;
import catchment.compiler.model.SelectColumn;
import catchment.compiler.model.SelectPatientTable;
import catchment.compiler.model.SelectTable;
import catchment.compiler.model.Series;
import catchment.compiler.model.Sort;
import catchment.compiler.model.Value;
import catchment.compiler.model.ValueSet;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What series are worth for one draft as it stands: only what is asked for is worked out, and kept until the draft changes.
 *
 * <p>It guides the search; whether a patient is good enough is for the reference interpreter to say. Recursive: runs on threads with a deep stack, see
 * {@link Workers}.
 */
final class DraftValues {
    private static final Object NULL = new Object();

    private final Draft draft;
    private final Study study;
    private final Map<Node, Object> patientValues = new IdentityHashMap<>();
    private final Map<DraftRow, Map<Node, Object>> rowValues = new IdentityHashMap<>();
    private long version = -1;
    private long work;

    DraftValues(Draft draft, Study study) {
        this.draft = draft;
        this.study = study;
    }

    /** True if the series is. */
    boolean isTrue(Series series, DraftRow row) {
        return Boolean.TRUE.equals(value(series, row));
    }

    /** The value of a series; null where it is missing. Of an event series for that row, which must be of its frame. */
    Object value(Series series, DraftRow row) {
        return switch (series) {
            case Value value -> value.value();
            case Parameter parameter -> draft.aim().parameters().get(parameter.name());
            case SelectColumn column when column.source() instanceof EventFrame -> cell(row, column.name());
            case Series other -> kept(other, row);
        };
    }

    private Object kept(Series series, DraftRow row) {
        refresh();
        Map<Node, Object> values = series.domain().isPatient()
                ? patientValues
                : rowValues.computeIfAbsent(row, _ -> new IdentityHashMap<>());
        Object known = values.get(series);
        if (known == null) {
            Object value = compute(series, row);
            known = value == null ? NULL : value;
            values.put(series, known);
        }
        return known == NULL ? null : known;
    }

    /** How many values were worked out so far: what a wish costs, in a way that is the same on every machine. */
    long work() {
        return work;
    }

    private void refresh() {
        if (version != draft.version()) {
            patientValues.clear();
            rowValues.clear();
            version = draft.version();
        }
    }

    private static Object cell(DraftRow row, String column) {
        return row.value(row.table().index(column));
    }

    private Object compute(Series series, DraftRow row) {
        work++;
        return switch (series) {
            case Value value -> value.value();
            case Parameter parameter -> draft.aim().parameters().get(parameter.name());
            case SelectColumn column -> column(column);
            case Function function -> function(function, row);
            case In in -> Comparison.isIn(value(in.value(), row), members(in.set()));
            case Case branches -> {
                int branch = branch(branches, row);
                Optional<Series> value = branch < 0 ? branches.otherwise() : branches.branches().get(branch).value();
                yield value.map(one -> value(one, row)).orElse(null);
            }
            case Exists exists -> exists(exists.source());
            case Count count -> count(count.source());
            case Aggregate aggregate -> Aggregation.apply(aggregate.kind(), all(aggregate.source()));
            case CountEpisodes episodes -> Aggregation.episodes(all(episodes.source()), episodes.maximumGapDays());
            case CombineAsSet set -> Aggregation.set(all(set.source()));
        };
    }

    /** Which branch's value a case takes; -1 for none of them. */
    int branch(Case branches, DraftRow row) {
        for (int i = 0; i < branches.branches().size(); i++) {
            if (isTrue(branches.branches().get(i).condition(), row)) {
                return i;
            }
        }
        return -1;
    }

    private Object function(Function function, DraftRow row) {
        Object first = value(function.arguments().getFirst(), row);
        boolean decided = function.operator() == Operator.AND && Boolean.FALSE.equals(first)
                || function.operator() == Operator.OR && Boolean.TRUE.equals(first);
        if (decided) {
            return first;
        }
        List<Object> operands = new ArrayList<>(function.arguments().size());
        operands.add(first);
        for (int i = 1; i < function.arguments().size(); i++) {
            operands.add(value(function.arguments().get(i), row));
        }
        return ScalarMeaning.apply(function.operator(), operands);
    }

    @SuppressWarnings("unchecked") // a CombineAsSet has sets for values
    private Set<Object> members(Node set) {
        return switch (set) {
            case ValueSet fixed -> study.vocabulary().members(fixed).keys();
            case CombineAsSet own -> (Set<Object>) value(own, DraftRow.NONE);
            case Node _ -> throw new IllegalArgumentException("no set");
        };
    }

    private Object column(SelectColumn column) {
        return switch (column.source()) {
            case InlinePatientTable table -> study.inline(table, draft.patientId())
                    .map(values -> values.get(index(table, column.name())))
                    .orElse(null);
            case SelectPatientTable table -> draft.rows(table.definition().name()).stream()
                    .findFirst()
                    .map(row -> cell(row, column.name()))
                    .orElse(null);
            case PickOneRowPerPatient pick -> picked(pick).map(row -> cell(row, column.name())).orElse(null);
            case EventFrame _ -> throw new IllegalArgumentException("no patient series");
        };
    }

    private static int index(InlinePatientTable table, String column) {
        return table.schema().columns().stream().map(one -> one.name()).toList().indexOf(column);
    }

    private boolean exists(Frame frame) {
        return switch (frame) {
            case SelectPatientTable table -> !draft.rows(table.definition().name()).isEmpty();
            case InlinePatientTable table -> study.inline(table, draft.patientId()).isPresent();
            case PickOneRowPerPatient pick -> exists(pick.source());
            case EventFrame events -> !rows(events).isEmpty();
        };
    }

    private long count(Frame frame) {
        return frame instanceof EventFrame events ? rows(events).size() : exists(frame) ? 1 : 0;
    }

    /** The rows of a frame. */
    List<DraftRow> rows(EventFrame frame) {
        return draft.rows(frame.table().definition().name()).stream().filter(row -> isIn(frame, row)).toList();
    }

    /** Whether a row of its table is one of the frame's. */
    boolean isIn(EventFrame frame, DraftRow row) {
        return switch (frame) {
            case SelectTable _ -> true;
            case Sort sort -> isIn(sort.source(), row);
            case Filter filter -> isIn(filter.source(), row) && isTrue(filter.condition(), row);
        };
    }

    /** The row that a pick takes. */
    Optional<DraftRow> picked(PickOneRowPerPatient pick) {
        refresh();
        Object known = patientValues.get(pick);
        if (known == null) {
            known = pick(pick);
            patientValues.put(pick, known);
        }
        return Optional.of((DraftRow) known).filter(row -> row != DraftRow.NONE);
    }

    private DraftRow pick(PickOneRowPerPatient pick) {
        int wanted = pick.position() == PickOneRowPerPatient.Position.FIRST ? -1 : 1;
        DraftRow found = DraftRow.NONE;
        for (DraftRow row : rows(pick.source())) {
            if (found == DraftRow.NONE || Integer.signum(compare(study.order(pick), row, found)) == wanted) {
                found = row;
            }
        }
        return found;
    }

    private int compare(List<Series> keys, DraftRow left, DraftRow right) {
        for (Series key : keys) {
            int order = Comparison.NULLS_FIRST.compare(value(key, left), value(key, right));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** The values of an event series. */
    private List<Object> all(Series series) {
        List<Object> values = new ArrayList<>();
        rows(series.domain().rows().orElseThrow()).forEach(row -> values.add(value(series, row)));
        return values;
    }
}
