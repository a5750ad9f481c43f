/**
 * Codelists: columns of CSV files, with the place of every code.
 *
 * <p>Knows CSV and places in texts. Knows no coding system: whether a code is one is asked where the list is used.
 */
package catchment.compiler.codelist;
