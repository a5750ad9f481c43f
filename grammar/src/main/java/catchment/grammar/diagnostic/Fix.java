package catchment.grammar.diagnostic;

import catchment.grammar.source.Span;

/**
 * A change of the text that mends the mistake.
 *
 * @param span what to replace; empty to insert
 * @param replacement what to write there; empty to delete
 */
public record Fix(Span span, String replacement) {}
