/**
 * The syntax tree: what a text says, with the place of every part.
 *
 * <p>Sealed records, made by the parser and never changed. Chains of one level of operators are flat, so that ten thousand {@code |} are one node.
 * Knows Python's surface, not what a definition means.
 */
package catchment.grammar.syntax;
