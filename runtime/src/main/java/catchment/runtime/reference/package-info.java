/**
 * The reference interpreter: what a definition means on rows in memory, obviously right and with no thought for speed.
 *
 * <p>It is the oracle for every dialect, runs a definition with {@code --engine reference}, and verifies dummy patients. Scalars mean what
 * {@link catchment.compiler.meaning} says; frames, rows, patients and ties are here. Knows no SQL and no files.
 */
package catchment.runtime.reference;
