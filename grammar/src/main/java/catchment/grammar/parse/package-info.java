/**
 * From text to {@link catchment.grammar.syntax.Module}: the ANTLR grammar, indentation, and what is said about a text that cannot be read.
 *
 * <p>The only room that knows ANTLR. Knows no meaning: a name is a name.
 */
package catchment.grammar.parse;
