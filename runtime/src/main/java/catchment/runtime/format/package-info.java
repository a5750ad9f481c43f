/**
 * The formats of data files: their names, and how a value is written as text and read from it.
 *
 * <p>What reading and writing share. Knows no files and no rows.
 */
package catchment.runtime.format;
