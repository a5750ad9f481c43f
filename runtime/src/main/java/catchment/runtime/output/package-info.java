/**
 * Output files: CSV, gzipped CSV, Arrow, Parquet, and a table on the console.
 *
 * <p>Rows stream. The bytes of a file depend on its rows only, not on the engine or the path. All files of an output appear whole or not at all. Knows nothing of
 * where rows come from.
 */
package catchment.runtime.output;
