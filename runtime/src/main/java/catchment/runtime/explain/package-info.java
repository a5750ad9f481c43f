/**
 * Why a patient's values came out as they did: which branch of a choice gave a value, which condition was false, which filter left no row.
 *
 * <p>Owns the words for that, from parts of the definition as its author wrote them. Knows the reference interpreter; knows no files, no database and no command line.
 */
package catchment.runtime.explain;
