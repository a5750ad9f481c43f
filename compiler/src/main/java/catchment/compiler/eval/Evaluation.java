package catchment.compiler.eval;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.SourceText;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came of an evaluation.
 *
 * @param result what the definition was made into. Empty if a limit ended the evaluation
 * @param diagnostics in order of finding
 * @param sources the texts that were read, by the name that spans have for them
 */
public record Evaluation<T>(Optional<T> result, List<Diagnostic> diagnostics, Map<String, SourceText> sources) {
    public Evaluation {
        diagnostics = List.copyOf(diagnostics);
        sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
    }
}
