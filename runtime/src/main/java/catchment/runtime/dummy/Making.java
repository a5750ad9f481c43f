package catchment.runtime.dummy;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.runtime.Progress;
import catchment.runtime.tables.Table;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;

/** The making of dummy data for one request: batches of orders, of which those that come to something are verified, numbered and handed over. */
final class Making {
    private static final int BATCH = 500;

    /** So many orders in a row without a single patient, and there will be none. */
    private static final int HOPELESS = 150;

    private final Study study;
    private final GoalPlan plan;
    private final Verification verification;
    private final PatientMaker maker;
    private final List<Long> inlinePatients;
    private final Set<Long> takenIds;
    private final int[] failures;
    private long nextOrder;
    private long nextId = 1;
    private long made;
    private int inVain;

    /** Prepares it; recursive, so to be called with a deep stack, see {@link Workers}. */
    Making(DummyDataRequest request) {
        this.study = new Study(request);
        this.plan = new GoalPlan(Goals.of(study), request.size());
        this.verification = new Verification(study);
        this.maker = new PatientMaker(study);
        this.inlinePatients = study.inlinePatients();
        this.takenIds = new TreeSet<>(inlinePatients);
        this.failures = new int[study.conditions().size()];
    }

    /** Makes the patients and hands over their rows. */
    DummyDataOutcome make(DummyRows rows, Progress progress, Workers workers) throws InterruptedException {
        long deadline = System.nanoTime() + study.request().timeout().toNanos();
        rows.begin(study.tables().values().stream()
                .map(table -> new DummyRows.DummyTable(table.name(), Verification.columns(table)))
                .toList());
        boolean timedOut = false;
        try (Progress.Step step = progress.step("making dummy patients", study.request().size())) {
            while (made < study.request().size() && inVain < HOPELESS && !timedOut) {
                Map<Long, Draft> patients = batch(workers);
                handOver(patients, rows);
                step.advance(patients.size());
                timedOut = System.nanoTime() - deadline > 0;
            }
        }
        return new DummyDataOutcome(made, diagnostics(workers, timedOut), Goals.coverage(plan.goals(), plan.missed(), study));
    }

    /** The next patients who are good enough, by id. */
    private Map<Long, Draft> batch(Workers workers) throws InterruptedException {
        long missing = study.request().size() - made;
        int orders = (int) Math.clamp(missing, 8, BATCH);
        List<Callable<PatientMaker.Made>> tasks = new ArrayList<>();
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < orders; i++) {
            long number = nextOrder++;
            long id = number < inlinePatients.size() ? inlinePatients.get((int) number) : -1 - number;
            List<Integer> pursued = plan.assign();
            BitSet observed = plan.observes() ? plan.open() : new BitSet();
            PatientMaker.Order order = new PatientMaker.Order(number, id, pursued, observed);
            ids.add(id);
            tasks.add(() -> maker.make(order, plan));
        }
        Map<Long, PatientMaker.Made.Patient> candidates = new LinkedHashMap<>();
        Iterator<Long> id = ids.iterator();
        for (PatientMaker.Made result : workers.all(tasks)) {
            long ordered = id.next();
            switch (result) {
                case PatientMaker.Made.Patient patient -> candidates.put(ordered, patient);
                case PatientMaker.Made.Nobody nobody -> failures[nobody.condition()]++;
            }
        }
        return kept(candidates, missing);
    }

    private Map<Long, Draft> kept(Map<Long, PatientMaker.Made.Patient> candidates, long missing) {
        Map<Long, Draft> drafts = new LinkedHashMap<>();
        candidates.forEach((id, patient) -> drafts.put(id, patient.draft()));
        Set<Long> accepted = drafts.isEmpty() ? Set.of() : verification.accepted(drafts);
        Map<Long, Draft> kept = new LinkedHashMap<>();
        candidates.forEach((id, patient) -> {
            if (accepted.contains(id) && kept.size() < missing) {
                kept.put(id >= 0 ? id : freeId(), patient.draft());
                plan.reached(patient.reached());
            }
        });
        inVain = kept.isEmpty() ? inVain + BATCH / 10 : 0;
        made += kept.size();
        return kept;
    }

    private long freeId() {
        while (takenIds.contains(nextId)) {
            nextId++;
        }
        return nextId++;
    }

    private void handOver(Map<Long, Draft> patients, DummyRows rows) {
        List<Long> ids = patients.keySet().stream().sorted().toList();
        for (UsedTable table : study.tables().values()) {
            List<Table.Row> batch = new ArrayList<>();
            ids.forEach(id -> patients.get(id).rows(table.name()).forEach(row -> batch.add(new Table.Row(id, row.values()))));
            if (!batch.isEmpty()) {
                rows.rows(table.name(), batch);
            }
        }
    }

    private List<Diagnostic> diagnostics(Workers workers, boolean timedOut) throws InterruptedException {
        Callable<Diagnostic> shortfall = () -> new Shortfall(study, maker, made, timedOut).diagnostic(failures);
        return made >= study.request().size() ? List.of() : workers.all(List.of(shortfall));
    }
}
