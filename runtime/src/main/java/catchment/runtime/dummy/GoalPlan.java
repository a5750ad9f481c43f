package catchment.runtime.dummy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Which goals each patient pursues: those never reached come first, each a number of times; then all in turn, for variety. Decided between batches, so that it does
 * not depend on the order in which patients of a batch are made.
 */
final class GoalPlan {
    private static final int MOST_ATTEMPTS = 20;
    private static final int OBSERVED_PATIENTS = 3000;

    private final List<Goal> goals;
    private final BitSet reached = new BitSet();
    private final int[] attempts;
    private final int perPatient;
    private final int perRarePatient;
    private int next;
    private int observed;

    /**
     * @param size how many patients there will be
     * @param rare how many of them inline tables know: they alone can show what these tables tell of; none if there are no such tables
     */
    GoalPlan(List<Goal> goals, long size, long rare) {
        this.goals = goals;
        this.attempts = new int[goals.size()];
        this.perPatient = (int) Math.clamp(3L * goals.size() / Math.max(1, size), 2, 40);
        this.perRarePatient = (int) Math.clamp(6L * goals.size() / Math.max(1, rare), perPatient, 400);
    }

    /**
     * The goals of the next patient, by number.
     *
     * @param rare whether it is one whom inline tables know
     */
    List<Integer> assign(boolean rare) {
        int most = rare ? perRarePatient : perPatient;
        List<Integer> assigned = new ArrayList<>();
        for (int i = 0; i < goals.size() && assigned.size() < most; i++) {
            int goal = (next + i) % goals.size();
            if (!reached.get(goal) && attempts[goal] < MOST_ATTEMPTS) {
                attempts[goal]++;
                assigned.add(goal);
            }
        }
        int extra = Math.min(goals.size(), 2);
        for (int i = 0; i < goals.size() && assigned.size() < extra; i++) {
            int goal = (next + i) % goals.size();
            if (!assigned.contains(goal) && attempts[goal] < MOST_ATTEMPTS) {
                assigned.add(goal);
            }
        }
        next = goals.isEmpty() ? 0 : ((assigned.isEmpty() ? next : assigned.getLast()) + 1) % goals.size();
        return assigned;
    }

    Goal goal(int number) {
        return goals.get(number);
    }

    /** The goals that nobody reached yet; a patient should be looked at for all of them. */
    BitSet open() {
        BitSet open = new BitSet();
        open.set(0, goals.size());
        open.andNot(reached);
        return open;
    }

    /** Whether patients are still looked at for goals that were not theirs. */
    boolean observes() {
        return observed < OBSERVED_PATIENTS;
    }

    /** A patient who was kept reached these goals. */
    void reached(BitSet these) {
        observed++;
        reached.or(these);
    }

    /** The goals that nobody reached. */
    List<Goal> missed() {
        return open().stream().mapToObj(goals::get).toList();
    }}
