/**
 * Test patients: what a definition makes of them, against what its author expects.
 *
 * <p>Owns the form of {@code test_data} and the comparison. Knows the reference interpreter and who can say why a value came out as it did; knows no files, no
 * database and no command line.
 */
package catchment.runtime.assure;
