package catchment.spec.kit;

import catchment.spec.cases.SpecCase;
import catchment.spec.cases.SpecPage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Rewrites what a page expects to what the reference interpreter says, for a reviewer to read the difference. */
public final class Acceptance {
    private Acceptance() {}

    /**
     * The page with what its cases come to. What is as expected already stays as it is written.
     *
     * @param folder an empty folder for the files of cases
     */
    public static SpecPage of(SpecPage page, Path folder) {
        List<SpecCase> accepted = new ArrayList<>();
        for (SpecCase one : page.cases()) {
            accepted.add(of(one, folder.resolve(page.topic()).resolve(page.name() + accepted.size())));
        }
        return page.with(accepted);
    }

    private static SpecCase of(SpecCase one, Path folder) {
        CaseRun run = new CaseRun(one, folder);
        if (one.refused().isPresent()) {
            return one.refusedWith(run.errorCodes());
        }
        SpecEngine reference = new ReferenceEngine();
        return run.differencesOn(reference).isEmpty() ? one : one.expecting(run.writtenOn(reference));
    }
}
