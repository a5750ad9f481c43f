package catchment.compiler.model;

/**
 * A node of the query graph. Nodes are interned by {@link Nodes} and compare by identity.
 *
 * <p>Deep equality of records would walk a shared graph again and again, and overflow on a long chain.
 */
public sealed interface Node permits Frame, Series, ValueSet, SeriesCollection {}
