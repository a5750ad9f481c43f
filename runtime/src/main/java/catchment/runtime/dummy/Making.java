package catchment.runtime.dummy;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.runtime.Progress;
import catchment.runtime.tables.Table;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/** The making of dummy data for one request: batches of orders, of which those that come to something are verified, numbered and handed over. */
final class Making {
    private static final int BATCH = 500;
    private static final int LEAST_ORDERS = 8;

    /** The first batch is small: what its patients show by chance need not be pursued by the next. */
    private static final int FIRST_BATCH = 40;

    private final Study study;
    private final List<CohortMaking> cohorts;
    private final Verification verification;
    private final PatientMaker maker;
    private final PatientIds ids;
    private long nextOrder;
    private int turn;
    private long made;

    /** Prepares it; recursive, so to be called with a deep stack, see {@link Workers}. */
    Making(DummyDataRequest request) {
        this.study = new Study(request);
        this.cohorts = IntStream.range(0, request.cohorts().size()).mapToObj(number -> new CohortMaking(study, number)).toList();
        this.verification = new Verification(study);
        this.maker = new PatientMaker(study);
        this.ids = new PatientIds(study.inlinePatients());
    }

    /** Makes the patients and hands over their rows. */
    DummyDataOutcome make(DummyRows rows, Progress progress, Workers workers) throws InterruptedException {
        long deadline = System.nanoTime() + study.request().timeout().toNanos();
        rows.begin(study.tables().values().stream()
                .map(table -> new DummyRows.DummyTable(table.name(), Verification.columns(table)))
                .toList());
        boolean timedOut = false;
        try (Progress.Step step = progress.step("making dummy patients", study.request().size())) {
            while (made < study.request().size() && !timedOut && cohorts.stream().anyMatch(CohortMaking::isHopeful)) {
                Map<Long, Draft> patients = batch(workers);
                handOver(patients, rows);
                step.advance(patients.size());
                timedOut = System.nanoTime() - deadline > 0;
            }
        }
        List<Diagnostic> diagnostics = diagnostics(workers, timedOut);
        return new DummyDataOutcome(made, diagnostics, Coverage.together(cohorts.stream().map(CohortMaking::coverage).toList()));
    }

    /** The next patients who are good enough, by id. */
    private Map<Long, Draft> batch(Workers workers) throws InterruptedException {
        long missing = study.request().size() - made;
        int size = Math.min(ids.together(), (int) Math.clamp(missing, LEAST_ORDERS, made == 0 ? FIRST_BATCH * Math.min(cohorts.size(), 8) : BATCH));
        List<PatientMaker.Order> orders = new ArrayList<>(size);
        List<Callable<PatientMaker.Made>> tasks = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            CohortMaking cohort = nextCohort();
            long id = ids.candidate();
            PatientMaker.Order order = cohort.order(nextOrder++, id, ids.isKnown(id));
            orders.add(order);
            tasks.add(() -> maker.make(order, cohort.plan()));
        }
        Map<PatientMaker.Order, PatientMaker.Made.Patient> candidates = new LinkedHashMap<>();
        Iterator<PatientMaker.Order> order = orders.iterator();
        for (PatientMaker.Made result : workers.all(tasks)) {
            PatientMaker.Order ordered = order.next();
            switch (result) {
                case PatientMaker.Made.Patient patient -> candidates.put(ordered, patient);
                case PatientMaker.Made.Nobody nobody -> {
                    cohorts.get(ordered.aim().cohort()).failed(nobody.condition());
                    ids.failed(ordered.patientId());
                }
            }
        }
        Map<Long, Draft> kept = kept(candidates, missing);
        cohorts.forEach(CohortMaking::endBatch);
        return kept;
    }

    /** Cohorts take turns, but for those that nobody was found for. */
    private CohortMaking nextCohort() {
        CohortMaking cohort;
        do {
            cohort = cohorts.get(turn);
            turn = (turn + 1) % cohorts.size();
        } while (!cohort.isHopeful());
        return cohort;
    }

    private Map<Long, Draft> kept(Map<PatientMaker.Order, PatientMaker.Made.Patient> candidates, long missing) {
        Map<Long, Draft> drafts = new LinkedHashMap<>();
        candidates.forEach((order, patient) -> drafts.put(order.patientId(), patient.draft()));
        Set<Long> accepted = drafts.isEmpty() ? Set.of() : verification.accepted(drafts);
        Map<Long, Draft> kept = new LinkedHashMap<>();
        candidates.forEach((order, patient) -> {
            if (!accepted.contains(order.patientId())) {
                ids.failed(order.patientId());
            } else if (kept.size() < missing) {
                kept.put(ids.lasting(order.patientId()), patient.draft());
                cohorts.get(order.aim().cohort()).made(patient.reached(), order.known());
            }
        });
        made += kept.size();
        return kept;
    }

    private void handOver(Map<Long, Draft> patients, DummyRows rows) {
        List<Long> ascending = patients.keySet().stream().sorted().toList();
        for (UsedTable table : study.tables().values()) {
            List<Table.Row> batch = new ArrayList<>();
            ascending.forEach(id -> patients.get(id).rows(table.name()).forEach(row -> batch.add(new Table.Row(id, row.values()))));
            if (!batch.isEmpty()) {
                rows.rows(table.name(), batch);
            }
        }
    }

    private List<Diagnostic> diagnostics(Workers workers, boolean timedOut) throws InterruptedException {
        Callable<List<Diagnostic>> shortfall = () -> new Shortfall(study, maker, cohorts, made, timedOut).diagnostics();
        return workers.all(List.of(shortfall)).getFirst();
    }
}
