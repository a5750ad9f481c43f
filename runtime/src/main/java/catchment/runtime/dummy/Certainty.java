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
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is possible at all, for somebody in a cohort: a count is never missing, nor a date of birth of somebody whose age was asked; no row is in an empty list.
 * It may take more to be possible than is.
 */
final class Certainty implements Possibilities {
    private static final int MOST_PARTS = 150;

    /** Beyond that all is taken to be possible, so that a very large definition does not wait for what few of its branches need. */
    private static final long MOST_WORK = 5_000_000;

    private static final Possible ANYTHING = new Possible(true, true, true, true);

    private final Study study;
    private final boolean known;
    private final Facts facts;
    private final List<Series> conditions;
    private final Set<Object> conditioned = new HashSet<>();
    private final Map<Frame, Set<String>> filled = new IdentityHashMap<>();
    private final Map<EventFrame, Boolean> rows = new IdentityHashMap<>();
    private final Map<Node, Possible> possible = new IdentityHashMap<>();
    private long workLeft = MOST_WORK;

    /** What a series can be; true and false only say something of a bool. */
    private record Possible(boolean missing, boolean present, boolean yes, boolean no) {
        Possible and(Worlds worlds) {
            return new Possible(
                    missing && worlds.canBeMissing(), present && worlds.canBePresent(), yes && worlds.canBeTrue(), no && worlds.canBeFalse());
        }
    }

    private Certainty(Study study, int cohort, boolean known) {
        this.study = study;
        this.known = known;
        this.facts = Facts.of(study.conditions(cohort), Optional.of(study.inclusion()));
        this.conditions = study.conditions(cohort);
        for (Series condition : conditions) {
            Formula formula = new Formula(MOST_PARTS);
            if (formula.add(condition)) {
                conditioned.addAll(formula.leaves().keySet());
            }
        }
    }

    /** What is possible for anybody. */
    static Certainty of(Study study, int cohort) {
        return of(study, cohort, true);
    }

    /** What is possible for those whom no inline table knows. */
    static Certainty ofStrangers(Study study, int cohort) {
        return of(study, cohort, false);
    }

    /** Whether anybody meets the conditions at all, as far as they can be looked at one by one. */
    boolean canBeAnybody() {
        return conditions.stream().allMatch(this::canBeTrue);
    }

    private static Certainty of(Study study, int cohort, boolean known) {
        Certainty certainty = new Certainty(study, cohort, known);
        for (Node node : study.nodes(cohort)) {
            if (node instanceof Series series && !(series instanceof Value)) {
                Possible found = certainty.find(series);
                certainty.possible.put(series, found);
                if (Worlds.isTransparent(series) || certainty.conditioned.contains(series)) {
                    certainty.worlds(series).ifPresent(worlds -> certainty.possible.put(series, found.and(worlds)));
                }
            }
        }
        return certainty;
    }

    private Possible find(Series series) {
        boolean present = present(series);
        return new Possible(!facts.isPresent(series) && missing(series), present, present && yes(series), present && no(series));
    }

    /** All that a formula can come to; empty if that is too much to try. */
    Optional<Worlds> worlds(Series series) {
        List<Series> about = series.domain().rows().map(Inclusion::conditions).orElse(conditions);
        return worlds(series, about);
    }

    private Optional<Worlds> worlds(Series series, List<Series> about) {
        Optional<Worlds> found = workLeft < 0 ? Optional.empty() : Worlds.of(series, about, this);
        found.ifPresent(worlds -> workLeft -= worlds.work());
        return found;
    }

    private Possible possible(Series series) {
        return series instanceof Value value
                ? new Possible(false, true, Boolean.TRUE.equals(value.value()), Boolean.FALSE.equals(value.value()))
                : possible.getOrDefault(series, ANYTHING);
    }

    @Override
    public boolean canBeMissing(Series series) {
        return possible(series).missing();
    }

    @Override
    public boolean canBePresent(Series series) {
        return possible(series).present();
    }

    @Override
    public boolean canBeTrue(Series series) {
        return possible(series).yes();
    }

    @Override
    public boolean canBeFalse(Series series) {
        return possible(series).no();
    }

    @Override
    public List<Object> lawful(Series series) {
        return study.law().lawful(series);
    }

    @Override
    public List<List<Object>> rows(InlinePatientTable table) {
        List<List<Object>> rows = new ArrayList<>(known ? study.inline(table) : Set.of());
        if (!known || !facts.hasRows(table)) {
            rows.add(List.of());
        }
        return rows;
    }

    private boolean canHaveRows(Frame frame) {
        return switch (frame) {
            case PickOneRowPerPatient pick -> canHaveRows(pick.source());
            case EventFrame events -> rows.computeIfAbsent(events, this::possibleRows);
            case InlinePatientTable table -> rows(table).stream().anyMatch(row -> !row.isEmpty());
            case Frame table -> true;
        };
    }

    private boolean possibleRows(EventFrame frame) {
        List<Series> filters = Inclusion.conditions(frame);
        return filters.stream().allMatch(this::canBeTrue)
                && filters.stream().allMatch(filter -> worlds(filter, filters).map(Worlds::canBeTrue).orElse(true));
    }

    private boolean yes(Series series) {
        return switch (series) {
            case Exists exists -> canHaveRows(exists.source());
            case In in when in.set() instanceof ValueSet set && in.value() instanceof SelectColumn column
                    && column.source() instanceof InlinePatientTable table ->
                values(table, column.name()).anyMatch(value -> value != null && study.vocabulary().members(set).has(value));
            case In in -> !(in.set() instanceof ValueSet set && set.values().isEmpty());
            case Series _ -> true;
        };
    }

    /** What somebody may have in a column of an inline table. */
    private Stream<Object> values(InlinePatientTable table, String column) {
        int index = Study.index(table, column);
        return rows(table).stream().map(row -> row.isEmpty() ? null : row.get(index));
    }

    private boolean no(Series series) {
        return !(series instanceof Exists exists) || !facts.hasRows(exists.source());
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
            return values(table, column.name()).anyMatch(Objects::isNull);
        }
        boolean lawful = study.law().column(column).map(UsedColumn::canBeMissing).orElse(true) && !isFilled(column.source(), column.name());
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
            case SelectColumn column when column.source() instanceof InlinePatientTable table ->
                values(table, column.name()).anyMatch(Objects::nonNull);
            case SelectColumn column -> canHaveRows(column.source()) && study.law().column(column).map(UsedColumn::canBePresent).orElse(true);
            case Function function -> switch (function.operator()) {
                case IS_NULL, AND, OR -> true;
                case MINIMUM_OF, MAXIMUM_OF -> function.arguments().stream().anyMatch(this::canBePresent);
                case Operator strict -> function.arguments().stream().allMatch(this::canBePresent);
            };
            case In in -> canBePresent(in.value());
            case Case branches -> branches.otherwise().filter(this::canBePresent).isPresent()
                    || branches.branches().stream().anyMatch(branch -> branch.value().filter(this::canBePresent).isPresent());
            case Aggregate aggregate -> aggregate.kind() == Aggregate.Kind.COUNT_DISTINCT
                    || canHaveRows(aggregate.source().domain().rows().orElseThrow()) && canBePresent(aggregate.source());
            case Value _, Parameter _, Exists _, Count _, CountEpisodes _, CombineAsSet _ -> true;
        };
    }
}
