package catchment.compiler;

import catchment.compiler.definition.Definition;
import catchment.compiler.eval.Evaluation;
import catchment.compiler.eval.EvaluationRequest;
import catchment.compiler.eval.Evaluator;
import catchment.compiler.query.EhrqlDefinition;
import catchment.compiler.query.EhrqlLibrary;
import catchment.compiler.query.QueryCode;
import catchment.compiler.standard.StandardLibrary;
import catchment.grammar.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Compiles definitions. Holds nothing of any of them: one compiler serves many, at the same time. */
public final class Compiler {
    private static final Comparator<Diagnostic> BY_PLACE = Comparator.comparing((Diagnostic found) -> found.span().file())
            .thenComparing(found -> found.span().start())
            .thenComparing(found -> found.span().end());

    private final Evaluator evaluator = new Evaluator(new Libraries(List.of(new EhrqlLibrary(), new StandardLibrary())));

    /** Reads, evaluates and checks a definition. */
    public CompileResult compile(CompileRequest request) {
        EvaluationRequest evaluation =
                new EvaluationRequest(request.file(), request.files(), request.root(), request.now(), request.arguments());
        Evaluation<Definition> done = evaluator.evaluate(evaluation, EhrqlDefinition::finish);
        List<Diagnostic> diagnostics = new ArrayList<>(done.diagnostics());
        if (request.wanted() == CompileRequest.Wanted.SHOWN) {
            diagnostics.removeIf(found -> found.code() == QueryCode.POPULATION_MISSING);
        }
        MissingOutput.settle(diagnostics, request);
        if (diagnostics.stream().noneMatch(Diagnostic::isError)) {
            done.result().flatMap(definition -> MissingOutput.of(definition, request)).ifPresent(diagnostics::add);
        }
        diagnostics.sort(BY_PLACE);
        boolean clean = diagnostics.stream().noneMatch(Diagnostic::isError);
        return new CompileResult(clean ? done.result() : Optional.empty(), diagnostics, done.modules(), done.sources());
    }
}
