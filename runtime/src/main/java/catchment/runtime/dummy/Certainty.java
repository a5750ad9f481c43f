package catchment.runtime.dummy;

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
import catchment.compiler.model.InlineRows;
import catchment.compiler.model.Node;
import catchment.compiler.model.Operator;
import catchment.compiler.model.Parameter;
import catchment.compiler.model.PickOneRowPerPatient;
import catchment.compiler.model.SelectColumn;
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

/** What can be missing at all, for somebody in a cohort: a count never is, nor a date of birth of somebody whose age was asked. */
final class Certainty {
    private final Study study;
    private final Facts facts;
    private final Map<Frame, Set<String>> filled = new IdentityHashMap<>();
    private final Map<Node, Boolean> missing = new IdentityHashMap<>();
    private final Map<Node, Boolean> present = new IdentityHashMap<>();

    private Certainty(Study study, int cohort) {
        this.study = study;
        this.facts = Facts.of(study.conditions(cohort));
    }

    static Certainty of(Study study, int cohort) {
        Certainty certainty = new Certainty(study, cohort);
        for (Node node : study.nodes(cohort)) {
            if (node instanceof Series series) {
                certainty.missing.put(series, !certainty.facts.isPresent(series) && certainty.missing(series));
                certainty.present.put(series, certainty.present(series));
            }
        }
        return certainty;
    }

    /** Whether the series can be missing. */
    boolean canBeMissing(Series series) {
        return missing.getOrDefault(series, true);
    }

    /** Whether the series can be anything but missing. */
    boolean canBePresent(Series series) {
        return present.getOrDefault(series, true);
    }

    private boolean missing(Series series) {
        return switch (series) {
            case Value _, Parameter _, Exists _, Count _, CountEpisodes _, CombineAsSet _ -> false;
            case SelectColumn column -> missing(column);
            case Function function -> missing(function);
            case In in -> canBeMissing(in.value()) && !(in.set() instanceof ValueSet set && set.values().isEmpty());
            case Case branches -> branches.otherwise().map(this::canBeMissing).orElse(true)
                    || branches.branches().stream().anyMatch(branch -> branch.value()
                            .map(value -> canBeMissing(value) && !sparesMissing(branch.condition(), value))
                            .orElse(true));
            case Aggregate aggregate -> aggregate.kind() != Aggregate.Kind.COUNT_DISTINCT
                    && (canBeMissing(aggregate.source())
                            || !facts.hasRows(aggregate.source().domain().rows().orElseThrow()));
        };
    }

    /** {@code when(x.is_not_null()).then(x)}. */
    static boolean sparesMissing(Series condition, Series value) {
        return condition instanceof Function not
                && not.operator() == Operator.NOT
                && not.arguments().getFirst() instanceof Function isNull
                && isNull.operator() == Operator.IS_NULL
                && isNull.arguments().getFirst() == value;
    }

    private boolean missing(SelectColumn column) {
        if (column.source() instanceof InlinePatientTable table) {
            return !facts.hasRows(table) || missing(table, column.name());
        }
        boolean lawful = column(column).map(UsedColumn::canBeMissing).orElse(true) && !isFilled(column.source(), column.name());
        return lawful || !(column.source() instanceof EventFrame) && !facts.hasRows(column.source());
    }

    /** Whether the frame's own filters leave no row in which the column is missing. */
    private boolean isFilled(Frame frame, String column) {
        return filled.computeIfAbsent(frame, this::filled).contains(column);
    }

    private Set<String> filled(Frame frame) {
        List<Series> conditions = new ArrayList<>();
        Frame at = frame;
        while (true) {
            switch (at) {
                case PickOneRowPerPatient pick -> at = pick.source();
                case Sort sort -> at = sort.source();
                case Filter filter -> {
                    conditions.add(filter.condition());
                    at = filter.source();
                }
                case Frame table -> {
                    return Facts.of(conditions).presentColumns();
                }
            }
        }
    }

    private static boolean missing(InlinePatientTable table, String name) {
        int index = 1 + table.schema().columns().stream().map(column -> column.name()).toList().indexOf(name);
        return table.rows() instanceof InlineRows.Written written && written.rows().stream().anyMatch(row -> row.get(index) == null);
    }

    private Optional<UsedColumn> column(SelectColumn column) {
        return UsedTable.nameOf(column.source()).flatMap(table -> study.tables().get(table).column(column.name()));
    }

    private boolean missing(Function function) {
        List<Series> operands = function.arguments();
        return switch (function.operator()) {
            case IS_NULL -> false;
            case MINIMUM_OF, MAXIMUM_OF -> operands.stream().allMatch(this::canBeMissing);
            case POWER -> true;
            case TRUE_DIVIDE, FLOOR_DIVIDE -> !(operands.getLast() instanceof Value) || operands.stream().anyMatch(this::canBeMissing);
            case Operator other -> operands.stream().anyMatch(this::canBeMissing);
        };
    }

    private boolean present(Series series) {
        return switch (series) {
            case SelectColumn column -> column(column).map(UsedColumn::canBePresent).orElse(true);
            case Function function -> switch (function.operator()) {
                case IS_NULL, AND, OR -> true;
                case MINIMUM_OF, MAXIMUM_OF -> function.arguments().stream().anyMatch(this::canBePresent);
                case Operator strict -> function.arguments().stream().allMatch(this::canBePresent);
            };
            case In in -> canBePresent(in.value());
            case Case branches -> branches.otherwise().filter(this::canBePresent).isPresent()
                    || branches.branches().stream().anyMatch(branch -> branch.value().filter(this::canBePresent).isPresent());
            case Aggregate aggregate -> aggregate.kind() == Aggregate.Kind.COUNT_DISTINCT || canBePresent(aggregate.source());
            case Value _, Parameter _, Exists _, Count _, CountEpisodes _, CombineAsSet _ -> true;
        };
    }
}
