package catchment.runtime.dummy;

import catchment.grammar.diagnostic.Diagnostic;
import java.util.List;

/**
 * What came of a request for dummy data.
 *
 * @param patients how many were made
 * @param diagnostics a message wherever there are fewer than asked: an error if there are none at all
 * @param coverage what the patients show of the definition, and what not
 */
public record DummyDataOutcome(long patients, List<Diagnostic> diagnostics, Coverage coverage) {
    public DummyDataOutcome {
        diagnostics = List.copyOf(diagnostics);
    }
}
