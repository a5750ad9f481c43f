package catchment.grammar.syntax;

import catchment.grammar.source.Span;
import java.util.List;

/**
 * A whole file.
 *
 * @param statements in order
 */
public record Module(List<Statement> statements, Span span) implements Syntax {
    public Module {
        statements = List.copyOf(statements);
    }
}
