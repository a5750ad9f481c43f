/**
 * The ehrQL library: frames, series, datasets, measures, durations, codes and tables, and what can be done with each.
 *
 * <p>Owns the {@link catchment.compiler.query.Catalogue}, in which every function, method and operator stands once: what it takes and gives, one line on what it
 * means, its spec case, and how it builds query nodes. Type checks, messages, completion and the reference read it. Knows evaluation only by its protocol
 * ({@link catchment.compiler.eval.Behaviour}, {@link catchment.compiler.eval.Context}); knows no grammar beyond the syntax tree, no plan and no SQL.
 *
 * <p>To add an operation: 1. an entry in the {@code …Operations} class of its receiver; 2. its meaning in {@code catchment.compiler.meaning}; 3. the spec case that the
 * entry names.
 */
package catchment.compiler.query;
