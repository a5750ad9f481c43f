/**
 * SQLite: small databases in a file.
 *
 * <p>Owns how SQLite wants plans written, and how it is reached. Knows no definition.
 */
package catchment.dialects.sqlite;
