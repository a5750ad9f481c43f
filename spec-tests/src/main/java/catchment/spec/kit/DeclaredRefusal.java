package catchment.spec.kit;

import catchment.compiler.definition.DatasetDefinition;
import catchment.compiler.definition.Spans;
import catchment.compiler.model.Aggregate;
import catchment.compiler.model.Function;
import catchment.compiler.model.Graph;
import catchment.compiler.model.Node;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import catchment.runtime.RunException;
import catchment.runtime.engine.RunCode;
import java.util.List;
import java.util.Optional;

/**
 * What an engine declares that it does not compute, in a case that asks for it: the engine has to refuse just that.
 *
 * @param node what it does not compute
 * @param span where the case asks for it
 */
record DeclaredRefusal(Node node, Span span) {
    /** The first of a definition's nodes that the engine does not compute. Empty if it computes all. */
    static Optional<DeclaredRefusal> of(DatasetDefinition dataset, Spans spans, SpecEngine engine) {
        return Graph.postOrder(dataset.roots()).stream()
                .filter(node -> !engine.computes(node))
                .findFirst()
                .map(node -> new DeclaredRefusal(node, spans.of(node).orElse(Span.NONE)));
    }

    /** What it is called in the query model: {@code Function.Power}. */
    String name() {
        return switch (node) {
            case Function function -> function.operator().serialName();
            case Aggregate aggregate -> "AggregateByPatient " + aggregate.kind();
            default -> node.getClass().getSimpleName();
        };
    }

    /** What is different from the refusal that has to come; empty if nothing is. */
    List<String> differences(CaseRun run, SpecEngine engine) {
        try {
            return List.of("declared not to compute " + name() + ", and gave rows: " + run.on(engine));
        } catch (IllegalStateException refused) {
            if (refused.getCause() instanceof RunException cause) {
                Diagnostic found = cause.diagnostic();
                return found.code() == RunCode.ENGINE_UNSUITED && found.span().equals(span)
                        ? List.of()
                        : List.of("expected " + RunCode.ENGINE_UNSUITED.id() + " at " + span + ", got " + found.code().id() + " at " + found.span() + ": " + found.message());
            }
            throw refused;
        }
    }
}
