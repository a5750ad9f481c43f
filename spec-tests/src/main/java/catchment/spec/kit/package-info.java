/**
 * Runs the specification on an engine, and compares.
 *
 * <p>Owns how a case becomes a study (its tables declared, its imports written, a population where it names none) and what counts as the same result. Knows the
 * compiler's and the runtime's front doors, not their rooms; knows no dialect by name.
 *
 * <p>To run the specification on a dialect of one's own: extend {@link catchment.spec.kit.ConformanceKit} in a test and say which engine.
 */
package catchment.spec.kit;
