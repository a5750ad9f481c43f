/**
 * A definition in plain sentences.
 *
 * <p>Owns the words for nodes, and which parts are told on their own. Knows the query model and what a definition's author called things; knows no data, no plan and no
 * command line.
 */
package catchment.compiler.explain;
