/**
 * Test patients: what a definition makes of them, against what its author expects.
 *
 * <p>Owns the form of {@code test_data}, the comparison, and the words that say why a value came out as it did. Knows the reference interpreter; knows no files, no
 * database and no command line.
 */
package catchment.runtime.assure;
