/**
 * The language reference in {@code docs/language}, made from the specification's pages and the catalogue of operations.
 *
 * <p>Owns how the reference looks. Writes no files: a test compares what is made with what lies in {@code docs}, and rewrites it on demand.
 */
package catchment.spec.reference;
