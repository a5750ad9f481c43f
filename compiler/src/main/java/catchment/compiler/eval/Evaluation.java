package catchment.compiler.eval;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.SourceText;
import catchment.grammar.syntax.Module;
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
 * @param modules what the study's own files say: the definition first, then those that it imports; library code is not among them
 */
public record Evaluation<T>(
        Optional<T> result, List<Diagnostic> diagnostics, Map<String, SourceText> sources, List<Module> modules) {
    public Evaluation {
        diagnostics = List.copyOf(diagnostics);
        modules = List.copyOf(modules);
        sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
    }
}
