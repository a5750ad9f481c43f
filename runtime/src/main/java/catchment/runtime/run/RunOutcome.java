package catchment.runtime.run;

import catchment.grammar.diagnostic.Diagnostic;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a run ended.
 *
 * @param diagnostics what there is to tell; with an error among them nothing was written
 * @param rows how many rows each output table has, the dataset's first; empty after an error
 */
public record RunOutcome(List<Diagnostic> diagnostics, Map<String, Long> rows) {
    public RunOutcome {
        diagnostics = List.copyOf(diagnostics);
        rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
    }
}
