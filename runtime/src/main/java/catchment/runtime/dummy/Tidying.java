package catchment.runtime.dummy;

import catchment.compiler.model.Type;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Moves dates that no wish put there back into the patient's life, once it is known: a wish for an early death comes after records were made. What a wish needs stays
 * as it is, however odd: there are definitions that look for records after death.
 */
final class Tidying {
    private final Draft draft;
    private final List<UsedTable> tables;

    Tidying(Draft draft, List<UsedTable> tables) {
        this.draft = draft;
        this.tables = tables;
    }

    /** Moves what can be moved as long as that still holds. */
    void tidy(Wishes wishes, BooleanSupplier holds) {
        for (UsedTable table : tables) {
            for (DraftRow row : List.copyOf(draft.rows(table.name()))) {
                for (int i = 0; i < table.columns().size(); i++) {
                    int column = i;
                    if (table.columns().get(i).type() == Type.DATE && outside(row.value(i))) {
                        wishes.attempt(() -> moved(row, column) && holds.getAsBoolean());
                    }
                }
            }
        }
    }

    private boolean outside(Object value) {
        return value instanceof LocalDate date && (date.isBefore(draft.life().birth()) || date.isAfter(draft.life().end()));
    }

    private boolean moved(DraftRow row, int column) {
        Life life = draft.life();
        Wanted within = Wanted.between(Optional.of(life.birth()), Optional.of(life.end()));
        return draft.redraw(row, column, row.wish(column).and(within), 0.0) && DateOrder.settle(draft, row);
    }
}
