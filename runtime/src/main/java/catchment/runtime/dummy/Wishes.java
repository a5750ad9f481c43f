package catchment.runtime.dummy;

import catchment.compiler.model.Aggregate;
import catchment.compiler.model.Case;
import catchment.compiler.model.CombineAsSet;
import catchment.compiler.model.Count;
import catchment.compiler.model.CountEpisodes;
import catchment.compiler.model.EventFrame;
import catchment.compiler.model.Exists;
import catchment.compiler.model.Function;
import catchment.compiler.model.In;
import catchment.compiler.model.InlinePatientTable;
import catchment.compiler.model.Parameter;
import catchment.compiler.model.PickOneRowPerPatient;
import catchment.compiler.model.SelectColumn;
import catchment.compiler.model.SelectPatientTable;
import catchment.compiler.model.Series;
import catchment.compiler.model.Value;
import catchment.compiler.model.ValueSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/**
 * Pushes a wish for the value of a series down to the rows of one draft: {@code age_on("2020-01-01") >= 18} becomes a date of birth up to 2002-01-01.
 *
 * <p>A wish that is met stays a wish for the columns that it came down to, so later ones cannot undo it there. It may be undone where rows meet (a new row that is
 * picked instead of another); therefore whoever wishes looks at the result and may wish again.
 */
final class Wishes {
    private static final int MOST_STEPS = 40_000;

    /** For a wish that can be given up. */
    private static final int FEW_STEPS = 4_000;

    /** So many values may be worked out for it: each change of a row has all be worked out again. */
    private static final long LITTLE_WORK = 20_000;

    private static final long CHAIN_WORK = 200_000;

    private static final long MUCH_WORK = 5_000_000;

    private final Study study;
    private final Draft draft;
    private final DraftValues values;
    private final FunctionWishes functions;
    private final CaseWishes cases;
    private final RowWishes rows;
    private final AggregateWishes aggregates;
    private int stepsLeft = MOST_STEPS;
    private long mostWork = MUCH_WORK;
    private int caseDepth;

    Wishes(Study study, Draft draft) {
        this.study = study;
        this.draft = draft;
        this.values = new DraftValues(draft, study);
        this.functions = new FunctionWishes(this);
        this.cases = new CaseWishes(this);
        this.rows = new RowWishes(this);
        this.aggregates = new AggregateWishes(this);
    }

    Study study() {
        return study;
    }

    Draft draft() {
        return draft;
    }

    DraftValues values() {
        return values;
    }

    SplittableRandom random() {
        return draft.random();
    }

    RowWishes rows() {
        return rows;
    }

    FunctionWishes functions() {
        return functions;
    }

    CaseWishes cases() {
        return cases;
    }

    /** Does something, and takes it back if it comes to nothing. */
    boolean attempt(BooleanSupplier action) {
        int mark = draft.mark();
        if (action.getAsBoolean()) {
            return true;
        }
        draft.rollback(mark);
        return false;
    }

    /** Allows much effort from here on, for what must be. */
    void determined() {
        stepsLeft = MOST_STEPS;
        mostWork = values.work() + MUCH_WORK;
    }

    /** Allows as much effort as a wish may need that long chains of picks depend on: each change has all of them be made again. */
    void persistent() {
        stepsLeft = FEW_STEPS;
        mostWork = values.work() + CHAIN_WORK;
    }

    /** Allows some effort from here on, for a wish that can be given up. */
    void rested() {
        stepsLeft = FEW_STEPS;
        mostWork = values.work() + LITTLE_WORK;
    }

    /**
     * Makes a series worth what is wanted.
     *
     * @param row for an event series, a row of its frame; else {@link DraftRow#NONE}
     * @return false if no way was found; the draft may then be anything, see {@link #attempt}
     */
    boolean want(Series series, Wanted wanted, DraftRow row) {
        if (--stepsLeft < 0 || values.work() > mostWork) {
            return false;
        }
        if (wanted == Wanted.ANY) {
            return true;
        }
        return switch (series) {
            case Value value -> wanted.accepts(value.value());
            case Parameter parameter -> wanted.accepts(values.value(parameter, row));
            case SelectColumn column -> column(column, wanted, row);
            case Exists exists -> rows.exists(exists.source(), wanted);
            case Count count -> rows.count(count.source(), wanted);
            case Aggregate aggregate -> aggregates.want(aggregate, wanted);
            case CountEpisodes episodes -> aggregates.episodes(episodes, wanted);
            case CombineAsSet _ -> true;
            case In in -> in(in, wanted, row);
            case Case branches -> cases.want(branches, wanted, row);
            case Function function -> functions.want(function, wanted, row);
        };
    }

    /** Makes it so, and looks whether it is. */
    boolean meet(Series series, Wanted wanted, DraftRow row) {
        return want(series, wanted, row) && wanted.accepts(values.value(series, row));
    }

    private boolean column(SelectColumn column, Wanted wanted, DraftRow row) {
        return switch (column.source()) {
            case EventFrame _ -> narrow(row, column.name(), wanted);
            case InlinePatientTable _ -> wanted.accepts(values.value(column, row));
            case PickOneRowPerPatient pick -> rows.picked(pick, column, wanted);
            case SelectPatientTable table -> ofPatient(table.definition().name(), column, wanted);
        };
    }

    /** Adds a wish to a value. The more wishes there are, the more every draw costs. */
    boolean narrow(DraftRow row, String column, Wanted wanted) {
        int index = row.table().index(column);
        stepsLeft -= row.wish(index).also().size() / 8;
        return draft.narrow(row, index, wanted);
    }

    /** Goes into a case within a case; how deep that is now. */
    int enterCase() {
        return ++caseDepth;
    }

    void leaveCase() {
        caseDepth--;
    }

    private boolean ofPatient(String table, SelectColumn column, Wanted wanted) {
        Optional<DraftRow> existing = draft.rows(table).stream().findFirst();
        if (existing.isPresent()) {
            DraftRow row = existing.get();
            if (narrow(row, column.name(), wanted)) {
                return true;
            }
            if (wanted.missing()) {
                draft.removeRow(row);
                return true;
            }
            return false;
        }
        if (wanted.missing() && (!wanted.present() || random().nextInt(4) == 0)) {
            return true;
        }
        return attempt(() -> draft.addRow(table)
                        .filter(row -> narrow(row, column.name(), wanted))
                        .isPresent())
                || wanted.missing();
    }

    private boolean in(In in, Wanted wanted, DraftRow row) {
        return switch (in.set()) {
            case ValueSet set -> in(in, study.vocabulary().members(set), wanted, row);
            case CombineAsSet set -> inOwn(in, set, wanted, row);
            case Series _ -> false;
            case catchment.compiler.model.Frame _, catchment.compiler.model.SeriesCollection _ -> false;
        };
    }

    private boolean in(In in, Members members, Wanted wanted, DraftRow row) {
        if (members.list().isEmpty()) {
            return wanted.accepts(false);
        }
        Wanted value = choose(List.of(
                option(wanted.accepts(true), Wanted.among(members)),
                option(wanted.accepts(false), Wanted.without(members)),
                option(wanted.accepts(null), Wanted.MISSING)));
        // Not in the list and missing together are one wish for a column, so that it need not be decided here.
        if (!wanted.accepts(true) && wanted.accepts(false) && wanted.accepts(null)) {
            value = Wanted.without(members).orMissing();
        }
        return want(in.value(), value, row);
    }

    private static Optional<Wanted> option(boolean allowed, Wanted wanted) {
        return allowed ? Optional.of(wanted) : Optional.empty();
    }

    private Wanted choose(List<Optional<Wanted>> options) {
        List<Wanted> allowed = options.stream().flatMap(Optional::stream).toList();
        return allowed.isEmpty() ? Wanted.MISSING.andPresent() : Seeds.oneOf(allowed, random());
    }

    private boolean inOwn(In in, CombineAsSet set, Wanted wanted, DraftRow row) {
        EventFrame frame = set.source().domain().rows().orElseThrow();
        if (wanted.accepts(true)) {
            boolean found = attempt(() -> {
                if (!meet(in.value(), Wanted.PRESENT, row)) {
                    return false;
                }
                Object value = values.value(in.value(), row);
                return rows.rowOf(frame, one -> meet(set.source(), Wanted.value(value), one)).isPresent();
            });
            if (found) {
                return true;
            }
        }
        if (wanted.accepts(false) && attempt(() -> {
            Members own = members(set);
            return own.list().isEmpty() || want(in.value(), Wanted.without(own), row);
        })) {
            return true;
        }
        return wanted.accepts(null)
                && want(in.value(), Wanted.MISSING, row)
                && (!members(set).list().isEmpty() || wanted.accepts(false));
    }

    private Members members(CombineAsSet set) {
        return Members.of(((java.util.Set<?>) values.value(set, DraftRow.NONE)));
    }
}
