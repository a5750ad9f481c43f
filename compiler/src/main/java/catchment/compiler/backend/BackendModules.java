package catchment.compiler.backend;

import catchment.compiler.eval.EvaluatedValue;
import catchment.compiler.eval.Library;
import catchment.grammar.source.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Libraries one after the other; the first that has a module gives it. */
record BackendModules(List<Library> libraries) implements Library {
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
