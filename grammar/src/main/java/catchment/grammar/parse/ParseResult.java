package catchment.grammar.parse;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.SourceText;
import catchment.grammar.syntax.Module;
import java.util.List;

/**
 * What came of a text.
 *
 * @param source the text
 * @param module what could be read of it; statements that could not are {@link catchment.grammar.syntax.Statement.Unsupported}
 * @param diagnostics every mistake found
 */
public record ParseResult(SourceText source, Module module, List<Diagnostic> diagnostics) {
    public ParseResult {
        diagnostics = List.copyOf(diagnostics);
    }
}
