/**
 * Rows in memory: the tables that a definition reads and those that it gives.
 *
 * <p>Plain values. Knows no files, no database and no way of computing anything.
 */
package catchment.runtime.tables;
