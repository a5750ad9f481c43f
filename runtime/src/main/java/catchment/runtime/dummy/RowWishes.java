package catchment.runtime.dummy;

import catchment.compiler.meaning.Comparison;
import catchment.compiler.model.Chains;
import catchment.compiler.model.EventFrame;
import catchment.compiler.model.Filter;
import catchment.compiler.model.Frame;
import catchment.compiler.model.InlinePatientTable;
import catchment.compiler.model.Operator;
import catchment.compiler.model.PickOneRowPerPatient;
import catchment.compiler.model.SelectColumn;
import catchment.compiler.model.SelectPatientTable;
import catchment.compiler.model.SelectTable;
import catchment.compiler.model.Series;
import catchment.compiler.model.Sort;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Wishes for rows: that a frame has one, has none, has so many, or that a pick takes one with a certain value. */
final class RowWishes {
    private static final int MOST_NEW_ROWS = 3;
    private static final int MOST_ROUNDS = 12;
    private static final int MOST_MOVES = 3;
    private static final long MOST_ROWS = 200;

    private final Wishes wishes;
    private final Map<EventFrame, List<Series>> conditions = new IdentityHashMap<>();

    RowWishes(Wishes wishes) {
        this.wishes = wishes;
    }

    boolean exists(Frame frame, Wanted wanted) {
        if (wanted.accepts(true) && wishes.attempt(() -> some(frame))) {
            return true;
        }
        return wanted.accepts(false) && none(frame);
    }

    private boolean some(Frame frame) {
        return switch (frame) {
            case SelectPatientTable table -> !wishes.draft().rows(table.definition().name()).isEmpty()
                    || wishes.draft().addRow(table.definition().name()).isPresent();
            case InlinePatientTable table -> wishes.study().inline(table, wishes.draft().patientId()).isPresent();
            case PickOneRowPerPatient pick -> some(pick.source());
            case EventFrame events -> rowOf(events, _ -> true).isPresent();
        };
    }

    /** Leaves a frame without rows. */
    boolean none(Frame frame) {
        return switch (frame) {
            case SelectPatientTable table -> {
                List.copyOf(wishes.draft().rows(table.definition().name())).forEach(wishes.draft()::removeRow);
                yield true;
            }
            case InlinePatientTable table -> wishes.study().inline(table, wishes.draft().patientId()).isEmpty();
            case PickOneRowPerPatient pick -> none(pick.source());
            case EventFrame events -> {
                for (int round = 0; round < MOST_ROUNDS; round++) {
                    List<DraftRow> rows = wishes.values().rows(events);
                    if (rows.isEmpty()) {
                        yield true;
                    }
                    rows.forEach(row -> expel(events, row));
                }
                yield false;
            }
        };
    }

    /** Makes a row one that the frame leaves out; takes it away where that cannot be. */
    void expel(EventFrame frame, DraftRow row) {
        List<Series> open = new ArrayList<>(conditions(frame));
        Seeds.shuffle(open, wishes.random());
        for (Series condition : open) {
            if (wishes.random().nextInt(3) > 0
                    && wishes.attempt(() -> wishes.want(condition, Wanted.NOT_TRUE, row) && !wishes.values().isIn(frame, row))) {
                return;
            }
        }
        if (wishes.values().isIn(frame, row)) {
            wishes.draft().removeRow(row);
        }
    }

    /** What must be true of a row of the frame, taken apart, simplest first. */
    private List<Series> conditions(EventFrame frame) {
        return conditions.computeIfAbsent(frame, this::allConditions);
    }

    private List<Series> allConditions(EventFrame frame) {
        List<Series> all = new ArrayList<>();
        EventFrame at = frame;
        while (!(at instanceof SelectTable)) {
            at = switch (at) {
                case Filter filter -> {
                    all.addAll(Chains.operands(filter.condition(), Operator.AND));
                    yield filter.source();
                }
                case Sort sort -> sort.source();
                case SelectTable table -> table;
            };
        }
        return wishes.study().dependence().simplestFirst(all);
    }

    /**
     * Makes a row one of the frame's. A condition may speak of picks that the row itself, where it was, had a part in: once it has moved they are others, and it must
     * move again.
     */
    boolean enter(EventFrame frame, DraftRow row) {
        for (int round = 0; round < MOST_MOVES; round++) {
            for (Series condition : conditions(frame)) {
                if (!wishes.want(condition, Wanted.TRUE, row)) {
                    return false;
                }
            }
            if (wishes.values().isIn(frame, row)) {
                return true;
            }
        }
        return false;
    }

    /** A row of the frame of which something more can be made true: often one that is there, else a new one. */
    Optional<DraftRow> rowOf(EventFrame frame, Predicate<DraftRow> more) {
        if (wishes.random().nextInt(5) > 0) {
            List<DraftRow> rows = new ArrayList<>(wishes.values().rows(frame));
            Seeds.shuffle(rows, wishes.random());
            for (DraftRow row : rows.subList(0, Math.min(2, rows.size()))) {
                if (wishes.attempt(() -> enter(frame, row) && more.test(row) && wishes.values().isIn(frame, row))) {
                    return Optional.of(row);
                }
            }
        }
        return newRowOf(frame, more);
    }

    /** A new row of the frame of which something more can be made true. */
    Optional<DraftRow> newRowOf(EventFrame frame, Predicate<DraftRow> more) {
        String table = frame.table().definition().name();
        if (wishes.draft().rows(table).size() >= MOST_ROWS) {
            return Optional.empty();
        }
        Map<String, Wanted> places = wishes.draft().life().busy() ? places(frame) : Map.of();
        for (int i = 0; i < MOST_NEW_ROWS; i++) {
            int mark = wishes.draft().mark();
            Optional<DraftRow> row = wishes.draft().addRow(table, places)
                    .filter(one -> enter(frame, one) && more.test(one) && wishes.values().isIn(frame, one));
            if (row.isPresent()) {
                return row;
            }
            wishes.draft().rollback(mark);
        }
        return Optional.empty();
    }

    /** Where a new row fits in with what is there: put anywhere, it might become one of the picks that the frame's conditions speak of. */
    private Map<String, Wanted> places(EventFrame frame) {
        Map<String, Wanted> places = new HashMap<>();
        conditions(frame).forEach(condition ->
                wishes.functions().place(condition).ifPresent(place -> places.merge(place.column(), place.within(), Wanted::and)));
        return places;
    }

    boolean count(Frame frame, Wanted wanted) {
        if (!(frame instanceof EventFrame events)) {
            return wanted.accepts(1L) && wishes.attempt(() -> some(frame)) || wanted.accepts(0L) && none(frame);
        }
        long now = wishes.values().rows(events).size();
        Optional<Long> target = near(now, wanted);
        if (target.isEmpty()) {
            return false;
        }
        for (int round = 0; round < 2 * MOST_ROWS; round++) {
            List<DraftRow> rows = wishes.values().rows(events);
            if (rows.size() == target.get()) {
                rows.forEach(row -> enter(events, row));
                return true;
            }
            if (rows.size() < target.get()) {
                if (newRowOf(events, _ -> true).isEmpty()) {
                    return false;
                }
            } else {
                expel(events, Seeds.oneOf(rows, wishes.random()));
            }
        }
        return false;
    }

    /** A number that will do, not far from what there is. */
    Optional<Long> near(long now, Wanted wanted) {
        List<Long> found = new ArrayList<>();
        for (long distance = 0; distance <= MOST_ROWS && found.size() < 3; distance++) {
            if (wanted.accepts(now + distance)) {
                found.add(now + distance);
            }
            if (distance > 0 && now >= distance && wanted.accepts(now - distance)) {
                found.add(now - distance);
            }
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(Seeds.oneOf(found, wishes.random()));
    }

    /** Makes the row that is picked have a value that is wanted; or makes none be picked, if a missing value will do. */
    boolean picked(PickOneRowPerPatient pick, SelectColumn column, Wanted wanted) {
        boolean missingFirst = wanted.missing() && (!wanted.present() || wishes.random().nextInt(4) == 0);
        if (missingFirst && wishes.attempt(() -> withoutValue(pick, column))) {
            return true;
        }
        return wanted.present() && withValue(pick, column, wanted) || wanted.missing() && !missingFirst && withoutValue(pick, column);
    }

    private boolean withoutValue(PickOneRowPerPatient pick, SelectColumn column) {
        Optional<DraftRow> now = wishes.values().picked(pick);
        if (now.isEmpty()) {
            return true;
        }
        DraftRow row = now.get();
        if (wishes.random().nextBoolean()
                && wishes.attempt(() -> wishes.narrow(row, column.name(), Wanted.MISSING)
                        && wishes.values().value(column, row) == null)) {
            return true;
        }
        return none(pick.source()) && wishes.values().value(column, DraftRow.NONE) == null;
    }

    private boolean withValue(PickOneRowPerPatient pick, SelectColumn column, Wanted wanted) {
        Predicate<DraftRow> fits = row -> wishes.narrow(row, column.name(), wanted) && lead(pick, row);
        Optional<DraftRow> now = wishes.values().picked(pick);
        if (now.isPresent()
                && wishes.random().nextInt(6) > 0
                && wishes.attempt(() -> enter(pick.source(), now.get()) && fits.test(now.get()) && accepted(column, wanted))) {
            return true;
        }
        return newRowOf(pick.source(), row -> fits.test(row) && accepted(column, wanted)).isPresent();
    }

    private boolean accepted(SelectColumn column, Wanted wanted) {
        return wanted.accepts(wishes.values().value(column, DraftRow.NONE));
    }

    /** Makes a row the one that is picked: moves it ahead of the others, or them out of the frame. */
    private boolean lead(PickOneRowPerPatient pick, DraftRow row) {
        boolean first = pick.position() == PickOneRowPerPatient.Position.FIRST;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Optional<DraftRow> now = wishes.values().picked(pick);
            if (now.isEmpty()) {
                return false;
            }
            if (now.get() == row) {
                return true;
            }
            boolean moved = wishes.random().nextInt(3) > 0 && wishes.attempt(() -> ahead(pick, row, now.get(), first));
            if (!moved) {
                expel(pick.source(), now.get());
            }
        }
        return false;
    }

    private boolean ahead(PickOneRowPerPatient pick, DraftRow row, DraftRow other, boolean first) {
        for (Series key : wishes.study().order(pick)) {
            Object theirs = wishes.values().value(key, other);
            Object ours = wishes.values().value(key, row);
            if (theirs == null && first) {
                return wishes.want(key, Wanted.MISSING, row) && wishes.values().isIn(pick.source(), row);
            }
            Wanted beyond = theirs == null ? Wanted.PRESENT : first ? Wanted.below(theirs).orMissing() : Wanted.above(theirs);
            if (wishes.attempt(() -> wishes.want(key, beyond, row) && wishes.values().isIn(pick.source(), row))) {
                return true;
            }
            if (ours == null || theirs == null || Comparison.compare(ours, theirs) != 0) {
                return false;
            }
        }
        return false;
    }
}
