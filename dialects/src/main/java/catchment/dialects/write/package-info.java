/**
 * From a plan to the SQL program of a dialect.
 *
 * <p>Owns the conversion by Calcite, the comments and the layout of SQL, and the script for the engine's own client. Knows no engine by name.
 */
package catchment.dialects.write;
