package catchment.compiler;

import catchment.compiler.definition.Definition;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.SourceText;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came of a definition.
 *
 * @param definition what it defines. Empty if there is any error
 * @param diagnostics every finding, in order of file and place; a definition's prints are notes among them
 * @param sources the texts that spans may point into, by the name in {@link catchment.grammar.source.Span#file()}: modules, codelists, data files
 */
public record CompileResult(
        Optional<Definition> definition, List<Diagnostic> diagnostics, Map<String, SourceText> sources) {
    public CompileResult {
        diagnostics = List.copyOf(diagnostics);
        sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
    }

    /** True if any finding is an error. */
    public boolean hasErrors() {
        return diagnostics.stream().anyMatch(Diagnostic::isError);
    }
}
