/**
 * The one layout of a definition.
 *
 * <p>Owns where lines end, how far they are indented and where spaces stand. Knows words, not what they mean: it changes none of them but for a comma at the end of
 * a list and a semicolon, so that the tree of a text, and with it its graph, stays what it is.
 */
package catchment.grammar.layout;
