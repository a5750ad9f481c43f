package catchment.runtime.dummy;

import catchment.compiler.model.Case;
import catchment.compiler.model.EventFrame;
import catchment.compiler.model.In;
import catchment.compiler.model.Series;
import catchment.compiler.model.ValueSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Something that dummy data should show at least once. */
sealed interface Goal {
    /** The series that shows it. */
    Series series();

    /** What is true of a patient, or of a row of an event frame, who shows it. */
    boolean shows(DraftValues values, DraftRow row);

    /** Makes a patient, or a row, show it. */
    boolean want(Wishes wishes, DraftRow row);

    /** A variable that is missing, or is not. */
    record Outcome(String variable, Series series, Wanted wanted) implements Goal {
        @Override
        public boolean shows(DraftValues values, DraftRow row) {
            return wanted.accepts(values.value(series, row));
        }

        @Override
        public boolean want(Wishes wishes, DraftRow row) {
            return wishes.want(series, wanted, row);
        }
    }

    /** A branch of a case; -1 for none of them. */
    record Branch(Case series, int branch) implements Goal {
        @Override
        public boolean shows(DraftValues values, DraftRow row) {
            return values.branch(series, row) == branch;
        }

        @Override
        public boolean want(Wishes wishes, DraftRow row) {
            return wishes.cases().reach(series, branch, row);
        }
    }

    /** A value that a mapping of many to few gives, as {@code to_category} does: one of the codes that lead to it is enough. */
    record Category(Case series, Object value, List<Integer> branches) implements Goal {
        @Override
        public boolean shows(DraftValues values, DraftRow row) {
            return value.equals(values.value(series, row)) && values.branch(series, row) >= 0;
        }

        @Override
        public boolean want(Wishes wishes, DraftRow row) {
            return wishes.cases().reach(series, Seeds.oneOf(branches, wishes.random()), row);
        }
    }

    /** A list that a value is in. */
    record Listed(In series, ValueSet list) implements Goal {
        @Override
        public boolean shows(DraftValues values, DraftRow row) {
            return values.isTrue(series, row);
        }

        @Override
        public boolean want(Wishes wishes, DraftRow row) {
            return wishes.want(series, Wanted.TRUE, row);
        }
    }

    /** Whether the patient, in any of the rows concerned, shows it. */
    default boolean reached(DraftValues values) {
        return frame().map(events -> values.rows(events).stream().anyMatch(row -> shows(values, row)))
                .orElseGet(() -> shows(values, DraftRow.NONE));
    }

    /** Makes the patient show it. */
    default boolean pursue(Wishes wishes) {
        Predicate<DraftRow> show = row -> want(wishes, row) && shows(wishes.values(), row);
        return frame().map(events -> wishes.rows().rowOf(events, show).isPresent())
                .orElseGet(() -> show.test(DraftRow.NONE));
    }

    private Optional<EventFrame> frame() {
        return series().domain().rows();
    }
}
