/**
 * DuckDB: the embedded engine, and the default.
 *
 * <p>Owns how DuckDB wants plans written. Knows no definition and no connection.
 */
package catchment.dialects.duckdb;
