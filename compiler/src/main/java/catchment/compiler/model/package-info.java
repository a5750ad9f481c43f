/**
 * The query model: what is asked of the records, as a graph of small nodes.
 *
 * <p>Owns types, rows per patient and domains, and refuses what has no meaning. Nodes are made through {@link catchment.compiler.model.Nodes}, which makes equal
 * nodes one node; so they compare by identity, and every pass over a graph keeps a map from node to result and walks {@link catchment.compiler.model.Graph},
 * never itself. Knows no source text and no SQL.
 */
package catchment.compiler.model;
