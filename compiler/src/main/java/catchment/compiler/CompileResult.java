package catchment.compiler;

import catchment.compiler.definition.Definition;
import catchment.compiler.lint.Lints;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.SourceText;
import catchment.grammar.syntax.Module;
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
 * @param modules what the study's own files say: the definition first, then those that it imports
 * @param sources the texts that spans may point into, by the name in {@link catchment.grammar.source.Span#file()}: modules, codelists, data files
 */
public record CompileResult(
        Optional<Definition> definition, List<Diagnostic> diagnostics, List<Module> modules, Map<String, SourceText> sources) {
    public CompileResult {
        diagnostics = List.copyOf(diagnostics);
        modules = List.copyOf(modules);
        sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
    }

    /** What is legal and probably not what was meant: warnings and notes, in order of file and place. None where there is an error. */
    public List<Diagnostic> advice() {
        return definition.map(whole -> Lints.of(whole, modules, sources)).orElse(List.of());
    }

    /** True if any finding is an error. */
    public boolean hasErrors() {
        return diagnostics.stream().anyMatch(Diagnostic::isError);
    }
}
