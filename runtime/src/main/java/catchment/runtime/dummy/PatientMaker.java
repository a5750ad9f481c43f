package catchment.runtime.dummy;

import catchment.compiler.model.PickOneRowPerPatient;
import catchment.compiler.model.Series;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/** Makes one patient: begins with a usual one, has the conditions of its cohort met, then some goals, then adds records that nobody asked for. */
final class PatientMaker {
    private static final int ATTEMPTS = 5;

    /** The one that is made without regard to chains of picks: it may be none that the conditions ask for. */
    private static final int LAST = ATTEMPTS - 1;

    private static final int ROUNDS = 4;
    private static final int TRIALS = 20;
    private static final int MOST_IN_CHAIN = 60;

    private final Study study;
    private final Seeds seeds;

    PatientMaker(Study study) {
        this.study = study;
        this.seeds = new Seeds(study.request().seed());
    }

    /** What an order for a patient came to. */
    sealed interface Made {
        /**
         * A patient who meets every condition, as far as can be seen here.
         *
         * @param reached of the goals that were to be looked at, by number
         */
        record Patient(Draft draft, BitSet reached) implements Made {}

        /**
         * None was found.
         *
         * @param condition the number of the condition that could not be met
         */
        record Nobody(int condition) implements Made {}
    }

    /**
     * An order for a patient.
     *
     * @param number of the order; chance depends on it
     * @param patientId whom inline tables know; one that they do not know for others
     * @param known whether inline tables know that one
     * @param aim what the patient is for
     * @param pursued goals to be pursued, by number
     * @param observed goals to be looked at, by number
     * @param chained whether the patient is to have all of the long chains of picks
     */
    record Order(long number, long patientId, boolean known, Aim aim, List<Integer> pursued, BitSet observed, boolean chained) {}

    Made make(Order order, GoalPlan plan) {
        int blamed = 0;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            List<PickOneRowPerPatient> picks = attempt == LAST ? List.of() : study.conditionPicks(order.aim().cohort());
            Draft draft = begin(order.patientId(), order.aim(), !picks.isEmpty(), seeds.of(order.number(), attempt));
            Wishes wishes = new Wishes(study, draft);
            oneAfterTheOther(picks, wishes);
            int failing = conditions(wishes);
            if (failing < 0) {
                if (order.chained()) {
                    chains(wishes);
                }
                List<Goal> shown = pursue(wishes, inOrder(order, wishes), plan);
                wishes.rested();
                BooleanSupplier good = () -> unmet(wishes) < 0 && shown.stream().allMatch(goal -> goal.reached(wishes.values()));
                // Others show what records that nobody asked for hide again; of those whom inline tables know there is only one each.
                new Background(wishes).add(order.known() ? good : () -> unmet(wishes) < 0);
                new Tidying(draft, List.copyOf(study.tables().values())).tidy(wishes, good);
                return new Made.Patient(draft, reached(wishes.values(), order.observed(), plan));
            }
            blamed = failing;
        }
        return new Made.Nobody(blamed);
    }

    /** Whether somebody whom no inline table knows can meet a condition, the others aside. */
    boolean canMeet(int cohort, int condition) {
        for (int attempt = 0; attempt < TRIALS; attempt++) {
            List<PickOneRowPerPatient> picks = attempt % 2 == 0 ? study.conditionPicks(cohort) : List.of();
            Wishes wishes = new Wishes(study, begin(Long.MIN_VALUE, study.aim(cohort, attempt), !picks.isEmpty(), seeds.of(-1, attempt)));
            oneAfterTheOther(picks, wishes);
            if (wishes.meet(study.conditions(cohort).get(condition), Wanted.TRUE, DraftRow.NONE)) {
                return true;
            }
        }
        return false;
    }

    private Draft begin(long patientId, Aim aim, boolean busy, SplittableRandom random) {
        Life life = Habits.life(study.request().today(), study.lastDay(), random);
        Draft draft = new Draft(patientId, aim, study.tables(), busy ? life.madeBusy() : life, study.request().today(), random);
        Habits.begin(draft, study.tables());
        return draft;
    }

    /**
     * Has something picked by each pick of a chain, the first ones first. Wished for as one, each would be a wish within the next, and there is no end to the ways in which
     * twenty wishes within each other can fail.
     */
    private static void oneAfterTheOther(List<PickOneRowPerPatient> picks, Wishes wishes) {
        for (PickOneRowPerPatient pick : picks) {
            wishes.persistent();
            wishes.attempt(() -> wishes.rows().exists(pick, Wanted.TRUE));
        }
        wishes.determined();
    }

    /** Meets all conditions; -1, or the number of one that could not be. */
    private int conditions(Wishes wishes) {
        List<Series> conditions = study.conditions(wishes.draft().aim().cohort());
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < conditions.size(); i++) {
                Series condition = conditions.get(i);
                if ((round == 0 || !wishes.values().isTrue(condition, DraftRow.NONE))
                        && !wishes.attempt(() -> wishes.want(condition, Wanted.TRUE, DraftRow.NONE))
                        // Nobody knows how to make it true, but it may be so by chance.
                        && !wishes.values().isTrue(condition, DraftRow.NONE)) {
                    return i;
                }
            }
            if (unmet(wishes) < 0) {
                return -1;
            }
        }
        return unmet(wishes);
    }

    private int unmet(Wishes wishes) {
        List<Series> conditions = study.conditions(wishes.draft().aim().cohort());
        for (int i = 0; i < conditions.size(); i++) {
            if (!wishes.values().isTrue(conditions.get(i), DraftRow.NONE)) {
                return i;
            }
        }
        return -1;
    }

    /** Gives somebody the records for long chains of picks, and some to spare. */
    private void chains(Wishes wishes) {
        for (PickChains.Chain chain : study.chains()) {
            for (int i = 0; i < Math.min(chain.length() + 2, MOST_IN_CHAIN); i++) {
                wishes.rested();
                wishes.attempt(() -> wishes.rows().newRowOf(chain.frame(), _ -> true).isPresent() && unmet(wishes) < 0);
            }
        }
    }

    /** Of goals that exclude each other the first one wins, so each should be first for somebody; the few whom inline tables know take their goals as they come. */
    private static List<Integer> inOrder(Order order, Wishes wishes) {
        List<Integer> goals = new ArrayList<>(order.pursued());
        if (!order.known()) {
            Seeds.shuffle(goals, wishes.random());
        }
        return goals;
    }

    /** Goes after goals, one after the other, none at the cost of another; gives those that were met. */
    private List<Goal> pursue(Wishes wishes, List<Integer> goals, GoalPlan plan) {
        List<Goal> met = new ArrayList<>();
        for (int number : goals) {
            Goal goal = plan.goal(number);
            if (goal.reached(wishes.values())) {
                met.add(goal);
                continue;
            }
            for (int i = 0; i < 2; i++) {
                wishes.rested();
                if (wishes.attempt(() -> goal.pursue(wishes)
                        && (unmet(wishes) < 0 || conditions(wishes) < 0 && goal.reached(wishes.values()))
                        && met.stream().allMatch(other -> other.reached(wishes.values())))) {
                    met.add(goal);
                    break;
                }
            }
        }
        return met;
    }

    private static BitSet reached(DraftValues values, BitSet observed, GoalPlan plan) {
        BitSet reached = new BitSet();
        observed.stream().filter(number -> plan.goal(number).reached(values)).forEach(reached::set);
        return reached;
    }
}
