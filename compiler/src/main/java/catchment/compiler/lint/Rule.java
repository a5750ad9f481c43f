package catchment.compiler.lint;

import catchment.grammar.diagnostic.Diagnostic;
import java.util.function.Consumer;

/** One kind of slip that is legal. */
interface Rule {
    /** Looks for the slip, and gives what it finds to {@code found}; in any order, more than once for one place if need be. */
    void check(Study study, Consumer<Diagnostic> found);
}
