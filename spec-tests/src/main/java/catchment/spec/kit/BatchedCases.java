package catchment.spec.kit;

import catchment.compiler.model.ModelException;
import catchment.runtime.tables.ResultTable;
import catchment.spec.cases.SpecCase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The cases of the specification, run many at once where they fit together. Where a batch fails, each half of it is run, down to the one that is to blame, which
 * is then run alone.
 */
final class BatchedCases {
    private record Member(SpecCase one, CaseRun run, CaseRun.Prepared prepared) {}

    private final SpecEngine engine;
    private final Map<String, CaseRun> runs = new HashMap<>();
    private final Map<String, List<Member>> batches = new HashMap<>();
    private final Map<String, List<String>> differences = new HashMap<>();

    /**
     * Puts cases together; none is run yet.
     *
     * @param folder an empty folder for the files of cases
     * @param atOnce the most cases of one batch
     */
    BatchedCases(List<SpecCase> cases, SpecEngine engine, Path folder, int atOnce) {
        this.engine = engine;
        List<CaseBatch> open = new ArrayList<>();
        List<List<Member>> members = new ArrayList<>();
        for (SpecCase one : cases) {
            CaseRun run = new CaseRun(one, folder.resolve(Integer.toString(batches.size())));
            Member member = new Member(one, run, run.prepared());
            runs.put(one.id(), run);
            if (!CaseBatch.isSociable(member.prepared()) || run.refusalBy(engine).isPresent()) {
                batches.put(one.id(), List.of(member));
                continue;
            }
            int at = 0;
            while (at < open.size() && (open.get(at).size() >= atOnce || !open.get(at).add(member.prepared()))) {
                at++;
            }
            if (at == open.size()) {
                open.add(new CaseBatch());
                members.add(new ArrayList<>());
                open.get(at).add(member.prepared());
            }
            members.get(at).add(member);
            batches.put(one.id(), members.get(at));
        }
    }

    /** The case, compiled. */
    CaseRun run(SpecCase one) {
        return runs.get(one.id());
    }

    /** What is different from the expected result of a case; empty if nothing is. Runs its batch if that has not been done. */
    List<String> differences(SpecCase one) {
        if (!differences.containsKey(one.id())) {
            run(batches.get(one.id()));
        }
        return differences.get(one.id());
    }

    private void run(List<Member> members) {
        if (members.size() == 1) {
            Member alone = members.getFirst();
            differences.put(alone.one().id(), alone(alone));
            return;
        }
        CaseBatch batch = new CaseBatch();
        members.forEach(member -> batch.add(member.prepared()));
        try {
            List<List<ResultTable>> results = batch.on(engine);
            for (int i = 0; i < members.size(); i++) {
                differences.put(members.get(i).one().id(), members.get(i).run().differences(results.get(i)));
            }
        } catch (IllegalStateException | ModelException fault) {
            run(members.subList(0, members.size() / 2));
            run(members.subList(members.size() / 2, members.size()));
        }
    }

    private List<String> alone(Member member) {
        try {
            Optional<DeclaredRefusal> refusal = member.run().refusalBy(engine);
            return refusal.isPresent() ? refusal.get().differences(member.run(), engine) : member.run().differencesOn(engine);
        } catch (IllegalStateException fault) {
            return List.of(String.valueOf(fault.getMessage()));
        }
    }
}
