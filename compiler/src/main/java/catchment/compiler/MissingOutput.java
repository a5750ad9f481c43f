package catchment.compiler;

import catchment.compiler.definition.Definition;
import catchment.compiler.eval.EvalCode;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.diagnostic.Severity;
import catchment.grammar.source.Span;
import java.util.List;
import java.util.Optional;

/** What is said of a definition that does not define what a command needs. */
final class MissingOutput {
    private MissingOutput() {}

    static Optional<Diagnostic> of(Definition definition, CompileRequest request) {
        boolean dataset = definition.dataset().isPresent();
        boolean measures = definition.measures().isPresent();
        return switch (request.wanted()) {
            case ANYTHING, SHOWN -> Optional.empty();
            case DATASET -> dataset
                    ? Optional.empty()
                    : Optional.of(measures
                            ? other("measures", "a dataset", "generate-measures", request)
                            : missing("a dataset", "dataset = create_dataset()", request));
            case MEASURES -> measures
                    ? Optional.empty()
                    : Optional.of(dataset
                            ? other("a dataset", "measures", "generate-dataset", request)
                            : missing("measures", "measures = create_measures()", request));
            case DATASET_OR_MEASURES ->
                    dataset || measures
                            ? Optional.empty()
                            : Optional.of(missing("a dataset or measures", "dataset = create_dataset()", request));
        };
    }

    /**
     * A dataset under another name than {@code dataset} is a warning to a command that goes on without one and the error of a command that needs it; in a file
     * that another imports it is nothing.
     */
    static void settle(List<Diagnostic> diagnostics, CompileRequest request) {
        boolean checked = request.wanted() == CompileRequest.Wanted.ANYTHING;
        diagnostics.removeIf(found -> found.code() == EvalCode.DEFINITION_MISSING
                && (!found.span().file().equals(request.file()) || request.wanted() == CompileRequest.Wanted.SHOWN));
        if (!checked) {
            diagnostics.replaceAll(found -> found.code() == EvalCode.DEFINITION_MISSING && found.severity() == Severity.WARNING
                    ? new Diagnostic(found.code(), Severity.ERROR, found.span(), found.message(), found.hints(), found.fixes())
                    : found);
        }
    }

    private static Diagnostic other(String defined, String wanted, String command, CompileRequest request) {
        return Diagnostic.error(
                        EvalCode.DEFINITION_MISSING,
                        Span.of(request.file(), 1, 1, 1),
                        request.file() + " defines " + defined + ", and this command takes " + wanted)
                .hint("`catchment " + command + "` runs " + defined + "; `check` and `explain` take both");
    }

    private static Diagnostic missing(String what, String line, CompileRequest request) {
        return Diagnostic.error(
                        EvalCode.DEFINITION_MISSING,
                        Span.of(request.file(), 1, 1, 1),
                        request.file() + " does not define " + what)
                .hint("keep it in a variable of that name: " + line);
    }
}
