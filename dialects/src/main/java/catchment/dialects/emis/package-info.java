/**
 * EMIS's database: EMIS Web practices and what is linked to them, on Trino.
 *
 * <p>Owns where its tables and columns are, in {@code emis.ehrql}. Knows the interface of backends alone.
 */
package catchment.dialects.emis;
