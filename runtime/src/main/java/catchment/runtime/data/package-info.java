/**
 * Data files that come in: dummy tables, dummy outputs, tables that a definition reads. Every value is checked against what is known of its column, and every
 * fault is told with file, row and column.
 *
 * <p>Rows go to a {@link catchment.runtime.data.RowSink} one by one, so a file may be larger than memory. Knows no database but the one in process, which reads
 * Parquet, and nothing of what rows are for.
 */
package catchment.runtime.data;
