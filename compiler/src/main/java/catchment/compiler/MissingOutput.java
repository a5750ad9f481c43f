package catchment.compiler;

import catchment.compiler.definition.Definition;
import catchment.compiler.eval.EvalCode;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import java.util.Optional;

/** What is said of a definition that does not define what a command needs. */
final class MissingOutput {
    private MissingOutput() {}

    static Optional<Diagnostic> of(Definition definition, CompileRequest request) {
        boolean dataset = definition.dataset().isPresent();
        boolean measures = definition.measures().isPresent();
        return switch (request.wanted()) {
            case ANYTHING, SHOWN -> Optional.empty();
            case DATASET -> dataset ? Optional.empty() : Optional.of(missing("a dataset", "dataset = create_dataset()", request));
            case MEASURES -> measures ? Optional.empty() : Optional.of(missing("measures", "measures = create_measures()", request));
            case DATASET_OR_MEASURES ->
                    dataset || measures
                            ? Optional.empty()
                            : Optional.of(missing("a dataset or measures", "dataset = create_dataset()", request));
        };
    }

    private static Diagnostic missing(String what, String line, CompileRequest request) {
        return Diagnostic.error(
                        EvalCode.DEFINITION_MISSING,
                        Span.of(request.file(), 1, 1, 1),
                        request.file() + " does not define " + what)
                .hint("keep it in a variable of that name: " + line);
    }
}
