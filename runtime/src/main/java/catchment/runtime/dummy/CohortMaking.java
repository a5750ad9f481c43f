package catchment.runtime.dummy;

import java.util.BitSet;
import java.util.List;

/** How far the making of patients for one cohort has come. */
final class CohortMaking {
    /** So many orders in a row without a single patient, and there will be none. */
    private static final int HOPELESS = 100;

    /** So many at first have long chains of picks, and one in so many later. */
    private static final int WITH_CHAINS = 16;

    private final Study study;
    private final int number;
    private final Goals goals;
    private final GoalPlan plan;
    private final int[] failures;
    private long ordered;
    private long made;
    private int orderedInBatch;
    private int madeInBatch;
    private int inVain;
    private int madeOfKnown;

    CohortMaking(Study study, int number) {
        this.study = study;
        this.number = number;
        int cohorts = study.request().cohorts().size();
        this.goals = Goals.of(study, number);
        this.plan = new GoalPlan(goals.possible(), study.request().size() / cohorts, study.inlinePatients().size() / cohorts);
        this.failures = new int[study.conditions(number).size()];
    }

    int number() {
        return number;
    }

    GoalPlan plan() {
        return plan;
    }

    /** Patients made so far. */
    long made() {
        return made;
    }

    /** How often each condition could not be met. */
    int[] failures() {
        return failures;
    }

    /** Whether more patients may be found. */
    boolean isHopeful() {
        return inVain < HOPELESS;
    }

    /**
     * The next order.
     *
     * @param order its number among all orders
     * @param patientId whom it is for
     * @param known whether inline tables know that one
     */
    PatientMaker.Order order(long order, long patientId, boolean known) {
        orderedInBatch++;
        BitSet observed = plan.observes() ? plan.open() : new BitSet();
        List<Integer> pursued = plan.assign(known);
        boolean chained = !study.chains().isEmpty() && (ordered < WITH_CHAINS || ordered % WITH_CHAINS == 0);
        return new PatientMaker.Order(order, patientId, known, study.aim(number, ordered++), pursued, observed, chained);
    }

    void failed(int condition) {
        failures[condition]++;
    }

    /** A patient was kept who reached these goals; whether inline tables know them. */
    void made(BitSet reached, boolean known) {
        made++;
        madeOfKnown += known ? 1 : 0;
        madeInBatch++;
        plan.reached(reached);
    }

    void endBatch() {
        inVain = madeInBatch > 0 ? 0 : inVain + orderedInBatch;
        orderedInBatch = 0;
        madeInBatch = 0;
    }

    Coverage coverage() {
        return goals.coverage(plan.missed(), madeOfKnown, study, number);
    }
}
