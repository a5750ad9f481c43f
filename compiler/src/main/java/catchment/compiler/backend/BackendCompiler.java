package catchment.compiler.backend;

import catchment.compiler.eval.Context;
import catchment.compiler.eval.EvaluatedValue;
import catchment.compiler.eval.Evaluation;
import catchment.compiler.eval.EvaluationRequest;
import catchment.compiler.eval.Evaluator;
import catchment.compiler.eval.Library;
import catchment.compiler.eval.MemoryFiles;
import catchment.compiler.eval.Poison;
import catchment.compiler.query.EhrqlLibrary;
import catchment.compiler.query.FrameValue;
import catchment.compiler.standard.StandardLibrary;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.SourceText;
import catchment.grammar.source.Span;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the text of a backend. It reads no files and knows no day. */
public final class BackendCompiler {
    private static final LocalDateTime NO_DAY = LocalDateTime.of(2000, 1, 1, 0, 0);

    private BackendCompiler() {}

    /**
     * What came of a text.
     *
     * @param definition empty if there is any error
     */
    public record Result(Optional<BackendDefinition> definition, List<Diagnostic> diagnostics) {
        public Result {
            diagnostics = List.copyOf(diagnostics);
        }
    }

    /** Reads the one backend that a text declares. */
    public static Result compile(SourceText text, BackendEnvironment environment) {
        Library library = new BackendModules(List.of(new BackendLibrary(environment), new EhrqlLibrary(), new StandardLibrary()));
        Evaluation<Optional<BackendDefinition>> done = evaluate(text, library, BackendCompiler::finish);
        List<Diagnostic> diagnostics = done.diagnostics();
        boolean clean = diagnostics.stream().noneMatch(Diagnostic::isError);
        return new Result(clean ? done.result().flatMap(found -> found) : Optional.empty(), diagnostics);
    }

    /** The tables that a module of the library gives, by the names that it gives them; empty if there is no such module. */
    static Map<String, FrameValue> tables(String module) {
        EhrqlLibrary library = new EhrqlLibrary();
        Library all = new BackendModules(List.of(library, new StandardLibrary()));
        return library.source(module)
                .map(text -> evaluate(new SourceText("schema.ehrql", text.text()), all, (_, names) -> {
                    Map<String, FrameValue> tables = new java.util.LinkedHashMap<>();
                    names.forEach((name, value) -> {
                        if (value instanceof FrameValue frame) {
                            tables.put(name, frame);
                        }
                    });
                    return tables;
                }).result().orElse(Map.of()))
                .orElse(Map.of());
    }

    private static <T> Evaluation<T> evaluate(
            SourceText text, Library library, java.util.function.BiFunction<Context, Map<String, EvaluatedValue>, T> finish) {
        MemoryFiles files = new MemoryFiles(Map.of(text.file(), text.text()));
        return new Evaluator(library).evaluate(new EvaluationRequest(text.file(), files, Path.of(""), NO_DAY, List.of()), finish);
    }

    private static Optional<BackendDefinition> finish(Context context, Map<String, EvaluatedValue> names) {
        List<BackendDefinition> found = new ArrayList<>();
        names.values().forEach(value -> {
            if (value instanceof BackendValue.Whole whole) {
                found.add(whole.definition());
            }
        });
        if (found.size() != 1 && names.values().stream().noneMatch(Poison.class::isInstance)) {
            context.report(Diagnostic.error(
                            BackendCode.BACKEND_DECLARATION,
                            Span.of(context.definitionFile(), 1, 1, 1),
                            found.isEmpty() ? "the file declares no backend" : "the file declares several backends")
                    .hint("one class with `@backend` above it, after `from catchment.backends import backend`"));
        }
        return found.stream().findFirst();
    }
}
