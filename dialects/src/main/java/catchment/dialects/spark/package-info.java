/**
 * Spark SQL: for data beyond one machine.
 *
 * <p>Owns how Spark wants plans written. Knows no definition and no session.
 */
package catchment.dialects.spark;
