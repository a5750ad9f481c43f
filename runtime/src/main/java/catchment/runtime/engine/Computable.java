package catchment.runtime.engine;

import catchment.compiler.definition.Spans;
import catchment.compiler.model.Graph;
import catchment.compiler.model.Node;
import catchment.dialects.spi.Dialect;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import catchment.runtime.RunException;
import java.util.Collection;
import java.util.Optional;

/** Whether an engine computes what a definition asks for. */
public final class Computable {
    private Computable() {}

    /**
     * Lets a definition pass that the engine computes.
     *
     * @param roots what the definition asks for
     * @param spans where its nodes come from
     * @throws RunException names the first place that asks for something else
     */
    public static void check(Collection<? extends Node> roots, Spans spans, Dialect dialect) throws RunException {
        Optional<Node> lacking = Graph.postOrder(roots).stream().filter(node -> !dialect.computes(node)).findFirst();
        if (lacking.isPresent()) {
            throw new RunException(Diagnostic.error(
                            RunCode.ENGINE_UNSUITED, spans.of(lacking.get()).orElse(Span.NONE), "the engine `" + dialect.name() + "` does not compute this")
                    .hint("another engine may: `--engine reference` computes all"));
        }
    }
}
