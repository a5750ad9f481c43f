/**
 * TPP's database: SystmOne practices and what is linked to them, on SQL Server.
 *
 * <p>Owns where its tables and columns are, in {@code tpp.ehrql}. Knows the interface of backends alone.
 */
package catchment.dialects.tpp;
