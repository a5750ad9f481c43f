/**
 * Trino: one engine over many stores, for data beyond one machine.
 *
 * <p>Owns how Trino wants plans written, and how it is reached. Knows no definition.
 */
package catchment.dialects.trino;
