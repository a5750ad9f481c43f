package catchment.runtime.assure;

import catchment.grammar.diagnostic.Diagnostic;
import java.util.List;

/**
 * What came of a test.
 *
 * @param patients how many patients were tested; those whose data cannot be read are not among them
 * @param diagnostics everything that is wrong with the test data, and every expectation that failed, with the reason
 */
public record AssuranceOutcome(int patients, List<Diagnostic> diagnostics) {
    public AssuranceOutcome {
        diagnostics = List.copyOf(diagnostics);
    }
}
