package catchment.compiler;

import catchment.compiler.eval.EvaluatedValue;
import catchment.compiler.eval.Library;
import catchment.grammar.source.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Several libraries as one; the first that has a module gives it.
 *
 * @param libraries in order
 */
record Libraries(List<Library> libraries) implements Library {
    @Override
    public Optional<Map<String, EvaluatedValue>> module(String name) {
        return libraries.stream().flatMap(library -> library.module(name).stream()).findFirst();
    }

    @Override
    public Optional<SourceText> source(String name) {
        return libraries.stream().flatMap(library -> library.source(name).stream()).findFirst();
    }

    @Override
    public List<String> moduleNames() {
        return libraries.stream().flatMap(library -> library.moduleNames().stream()).toList();
    }
}
