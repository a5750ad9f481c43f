/**
 * PostgreSQL: a server with rows in the order that they came in, indexes and statistics.
 *
 * <p>Owns how PostgreSQL wants plans written, and how it is reached. Knows no definition.
 */
package catchment.dialects.postgresql;
