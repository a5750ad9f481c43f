package catchment.runtime.dummy;

import catchment.compiler.model.Case;
import catchment.compiler.model.Series;
import catchment.compiler.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Wishes for a {@code case}: choose a branch that gives what is wanted, make its condition true, and those before it not true. */
final class CaseWishes {
    private static final int MOST_CHOICES = 6;
    private static final int DEEP = 4;
    private static final int MOST_ROUNDS = 40;
    private static final int OTHERWISE = -1;

    private final Wishes wishes;

    CaseWishes(Wishes wishes) {
        this.wishes = wishes;
    }

    boolean want(Case branches, Wanted wanted, DraftRow row) {
        int depth = wishes.enterCase();
        try {
            // All choices of all cases within cases would be too many.
            return want(branches, wanted, row, depth > DEEP ? 1 : MOST_CHOICES);
        } finally {
            wishes.leaveCase();
        }
    }

    private boolean want(Case branches, Wanted wanted, DraftRow row, int most) {
        List<Integer> choices = choices(branches, wanted);
        if (choices.isEmpty()) {
            return false;
        }
        int now = wishes.values().branch(branches, row);
        if (choices.contains(now) && (most == 1 || wishes.random().nextInt(3) > 0) && wishes.attempt(() -> take(branches, now, wanted, row))) {
            return true;
        }
        Seeds.shuffle(choices, wishes.random());
        return choices.stream().limit(most).anyMatch(choice -> wishes.attempt(() -> take(branches, choice, wanted, row)));
    }

    /** Those branches whose value can be what is wanted, as far as literals tell. */
    private static List<Integer> choices(Case branches, Wanted wanted) {
        List<Integer> choices = new ArrayList<>();
        for (int i = OTHERWISE; i < branches.branches().size(); i++) {
            if (possible(value(branches, i), wanted)) {
                choices.add(i);
            }
        }
        return choices;
    }

    private static Optional<Series> value(Case branches, int choice) {
        return choice == OTHERWISE ? branches.otherwise() : branches.branches().get(choice).value();
    }

    private static boolean possible(Optional<Series> value, Wanted wanted) {
        if (value.isEmpty()) {
            return wanted.missing();
        }
        return !(value.get() instanceof Value literal) || wanted.accepts(literal.value());
    }

    private boolean take(Case branches, int choice, Wanted wanted, DraftRow row) {
        if (!reach(branches, choice, row)) {
            return false;
        }
        Optional<Series> value = value(branches, choice);
        if (value.isEmpty() || value.get() instanceof Value) {
            return true;
        }
        return wishes.want(value.get(), wanted, row)
                && (wishes.values().branch(branches, row) == choice || reach(branches, choice, row))
                && wanted.accepts(wishes.values().value(branches, row));
    }

    /**
     * Makes a case take that branch.
     *
     * @param choice the branch; -1 for none of them
     */
    boolean reach(Case branches, int choice, DraftRow row) {
        if (choice != OTHERWISE && !wishes.want(branches.branches().get(choice).condition(), Wanted.TRUE, row)) {
            return false;
        }
        for (int round = 0; round < MOST_ROUNDS; round++) {
            int now = wishes.values().branch(branches, row);
            if (now == choice) {
                return true;
            }
            boolean before = choice == OTHERWISE || now != OTHERWISE && now < choice;
            int target = before ? now : choice;
            if (!wishes.want(branches.branches().get(target).condition(), before ? Wanted.NOT_TRUE : Wanted.TRUE, row)) {
                return false;
            }
        }
        return false;
    }
}
