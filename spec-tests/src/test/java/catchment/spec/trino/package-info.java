/** The specification, run on Trino. */
package catchment.spec.trino;
