/** The specification, run on Spark. */
package catchment.spec.spark;
