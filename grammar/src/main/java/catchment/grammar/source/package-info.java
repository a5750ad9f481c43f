/**
 * Texts and places in them.
 *
 * <p>Owns lines, columns and spans: counted from 1, in code points, ends exclusive. Knows nothing of what a text says.
 */
package catchment.grammar.source;
