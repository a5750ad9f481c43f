package catchment.compiler.eval;

import static org.assertj.core.api.Assertions.assertThat;

import catchment.compiler.query.EhrqlLibrary;
import catchment.compiler.standard.StandardLibrary;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.diagnostic.DiagnosticCode;
import catchment.grammar.source.SourceText;
import catchment.grammar.source.Span;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A definition in a test: its text, the files beside it and the words of its command line. */
final class Script {
    private final Map<String, String> files = new LinkedHashMap<>();
    private List<String> arguments = List.of();

    private Script(String text) {
        files.put("analysis/definition.py", text);
    }

    static Script of(String text) {
        return new Script(text);
    }

    /** With another file of the study. */
    Script with(String path, String text) {
        files.put(path, text);
        return this;
    }

    /** With these words after {@code --}. */
    Script arguments(String... words) {
        arguments = List.of(words);
        return this;
    }

    /** The texts of the variables by name, as {@code repr} has them. Fails if there is any error. */
    Map<String, String> values() {
        Outcome outcome = run();
        assertThat(outcome.errors()).isEmpty();
        return outcome.values();
    }

    /** What came of it. */
    Outcome run() {
        Library library = new Both();
        EvaluationRequest request = new EvaluationRequest(
                "analysis/definition.py", new MemoryFiles(files), Path.of("."), LocalDate.of(2026, 1, 31).atTime(9, 30), arguments);
        Evaluation<Map<String, String>> done = new Evaluator(library).evaluate(request, (context, globals) -> {
            Map<String, String> values = new LinkedHashMap<>();
            globals.forEach((name, value) -> values.put(
                    name,
                    value instanceof Poison || value instanceof Behaviour
                            ? value.kind()
                            : Texts.representation(value, Span.NONE, context).orElse("")));
            return values;
        });
        return new Outcome(done.result().orElse(Map.of()), done.diagnostics());
    }

    /**
     * What came of a definition.
     *
     * @param values by variable
     */
    record Outcome(Map<String, String> values, List<Diagnostic> diagnostics) {
        List<Diagnostic> errors() {
            return diagnostics.stream().filter(Diagnostic::isError).toList();
        }
    }

    /**
     * Asserts that a definition has exactly one error.
     *
     * @param marked the definition, with the place of the error between two {@code §}
     */
    static Diagnostic fails(String marked, DiagnosticCode code) {
        int start = marked.indexOf('§');
        int end = marked.indexOf('§', start + 1) - 1;
        String text = marked.replace("§", "");
        SourceText source = new SourceText("analysis/definition.py", text);
        List<Diagnostic> errors = Script.of(text).run().errors();
        assertThat(errors).extracting(error -> error.code().id()).containsExactly(code.id());
        assertThat(errors.getFirst().span()).isEqualTo(source.span(start, end));
        assertThat(errors.getFirst().message()).doesNotContainIgnoringCase("please").doesNotContain("you ");
        return errors.getFirst();
    }

    /** Asserts that a definition has no error. */
    static void compiles(String text) {
        assertThat(Script.of(text).run().errors()).isEmpty();
    }

    private static final class Both implements Library {
        private final List<Library> libraries = List.of(new EhrqlLibrary(), new StandardLibrary());

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
}
