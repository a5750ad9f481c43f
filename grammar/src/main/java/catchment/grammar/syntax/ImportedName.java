package catchment.grammar.syntax;

import catchment.grammar.source.Span;
import java.util.Optional;

/**
 * {@code a.b as c} or {@code x as y}.
 *
 * @param name a dotted module name, or a name within a module
 * @param alias what follows {@code as}
 * @param nameSpan where the name stands, without {@code as}
 */
public record ImportedName(String name, Span nameSpan, Optional<String> alias, Span span) implements Syntax {}
